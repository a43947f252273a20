import { BadInput } from '../../../platform/input-shape.ts';
import type { ProductStatus } from '../product.entity.ts';
import { flagCell } from './parse-cells.ts';

/** How a state stands in Shopify's two columns. */
const WRITTEN: Readonly<Record<ProductStatus, { Status: string; Published: string }>> = {
  ACTIVE: { Status: 'active', Published: 'true' },
  DRAFT: { Status: 'draft', Published: 'false' },
  ARCHIVED: { Status: 'archived', Published: 'false' },
};

const STATES: Readonly<Record<string, ProductStatus>> = {
  '': 'ACTIVE',
  active: 'ACTIVE',
  draft: 'DRAFT',
  // Reached by its address only: this shop has no such thing.
  unlisted: 'DRAFT',
  archived: 'ARCHIVED',
};

/**
 * The state that the columns Status and Published mean together, and what of them is kept because the state alone would
 * be written otherwise. Without either column the state is left open.
 * @throws {BadInput} if a cell says something else.
 */
export function publicationOf(
  status: string | undefined,
  published: string | undefined,
): { status: { status?: ProductStatus }; kept: Record<string, string> } {
  if (status === undefined && published === undefined) return { status: {}, kept: {} };
  const word = status?.trim().toLowerCase() ?? '';
  const flag = published === undefined ? null : flagCell(published, 'Published');
  const stated = STATES[word];
  if (!stated) throw new BadInput('Status: active, draft or archived is wanted.');
  const state = stated === 'ACTIVE' && flag === false ? 'DRAFT' : stated;
  const written = WRITTEN[state];
  return {
    status: { status: state },
    kept: {
      Status: word !== '' && word !== written.Status ? word : '',
      Published: flag !== null && String(flag) !== written.Published ? String(flag) : '',
    },
  };
}

/** The two columns of a product: as they were kept if they still mean its state, else as its state is written. */
export function publicationCells(
  state: ProductStatus,
  kept: Readonly<Record<string, string>>,
): { Status: string; Published: string } {
  const cells = { Status: kept.Status ?? WRITTEN[state].Status, Published: kept.Published ?? WRITTEN[state].Published };
  return publicationOf(cells.Status, cells.Published).status.status === state ? cells : WRITTEN[state];
}
