import { createHash } from 'node:crypto';
import { type GuardedGetOptions, guardedGet, NotFetched } from '../../../platform/guarded-get/guarded-get.ts';
import type { Store } from '../../../platform/orm/store.ts';
import { catalogueTables, type FetchedPictureRow, parsed } from '../read-catalogue-rows.ts';
import type { PictureFiles } from '../rendering/picture-files.ts';
import { chunksOf, excluded } from '../store-products.ts';
import { type CatalogueWriter, lockVersion, setVersion } from '../write-catalogue.ts';
import { decodePicture } from './decode-picture.ts';
import { copyHash, copyWidths } from './picture-copy.ts';

/** What became of the picture at an address. */
export interface PictureReport {
  readonly url: string;
  readonly outcome: 'FETCHED' | 'UNCHANGED' | 'NOT_FETCHED';
  /** Why it could not be had; null if it could. */
  readonly reason: string | null;
}

/** Which pictures to fetch, and how to tell of it. */
export interface FetchRequest {
  /** The handles of the products whose pictures are fetched. */
  readonly handles: Iterable<string>;
  readonly files: PictureFiles;
  /** Told after each picture, and how many are done of how many. */
  readonly onPicture?: (report: PictureReport, done: number, total: number) => void;
  /** For tests, whose server is on loopback. */
  readonly guard?: Pick<GuardedGetOptions, 'lookup' | 'mayConnect'>;
}

/** How many of the pictures were fetched, found unchanged, or could not be had. */
export interface FetchSummary {
  readonly fetched: number;
  readonly unchanged: number;
  readonly notFetched: number;
}

/** At a time: enough to hide the waiting, few enough to be no burden to a host. */
const AT_A_TIME = 4;
/** Stored in one transaction: what breaks off later is not lost. */
const STORED_AT_ONCE = 50;
/** As long as an index of any database takes. */
const LONGEST_URL = 2_000;
const MOST_BYTES = 20_000_000;
const WITHIN_MS = 20_000;

type Kept = Omit<FetchedPictureRow, 'catalogue_version'>;

/**
 * Fetches the pictures of products that are published elsewhere and keeps copies of them. What has not changed is not fetched or
 * stored again; what cannot be had is reported, and its product stays as it is.
 */
export async function fetchPictures(writer: CatalogueWriter, request: FetchRequest): Promise<FetchSummary> {
  const owners = await readOwners(writer.store.em.fork(), [...new Set(request.handles)]);
  const known = await readKnown(writer.store.em.fork(), [...owners.keys()]);
  const counts = { FETCHED: 0, UNCHANGED: 0, NOT_FETCHED: 0 };
  const changed: Kept[] = [];
  const waiting = [...owners.keys()];
  const total = waiting.length;
  let done = 0;
  const work = async () => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      const { report, kept } = await fetchOne(url, known.get(url) ?? null, request);
      if (kept) changed.push(kept);
      if (changed.length >= STORED_AT_ONCE) await storeCopies(writer, changed.splice(0), owners);
      counts[report.outcome]++;
      request.onPicture?.(report, ++done, total);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await storeCopies(writer, changed, owners);
  return { fetched: counts.FETCHED, unchanged: counts.UNCHANGED, notFetched: counts.NOT_FETCHED };
}

async function fetchOne(
  url: string,
  known: FetchedPictureRow | null,
  { files, guard }: FetchRequest,
): Promise<{ report: PictureReport; kept: Kept | null }> {
  const told = (outcome: PictureReport['outcome'], kept: Kept | null, reason: string | null = null) => ({
    report: { url, outcome, reason },
    kept,
  });
  try {
    if (url.length > LONGEST_URL) throw new NotFetched('its address is too long');
    const held = known !== null && (await isHeld(files, known)) ? known : null;
    const { status, etag, bytes } = await guardedGet(url, {
      ...guard,
      headers: { accept: 'image/*', ...(held?.etag ? { 'if-none-match': held.etag } : {}) },
      mostBytes: MOST_BYTES,
      withinMs: WITHIN_MS,
    });
    if (status === 304 && held) return told('UNCHANGED', null);
    if (status !== 200) throw new NotFetched(`its host answers ${status}`);
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (held?.digest === digest) return told('UNCHANGED', null);
    return told('FETCHED', { url, etag, ...(await decodePicture(files, bytes, digest)) });
  } catch (error) {
    if (error instanceof NotFetched) return told('NOT_FETCHED', null, error.message);
    throw error;
  }
}

/** Whether the files of a copy are still there; somebody may have cleared them away. */
function isHeld(files: PictureFiles, { digest, width }: FetchedPictureRow): Promise<boolean> {
  return files.has(copyHash(digest), { width: Math.max(...copyWidths(width)), format: 'png' });
}

/** The products of each address that pictures are published at. */
async function readOwners(em: Store['em'], handles: string[]): Promise<Map<string, string[]>> {
  const owners = new Map<string, string[]>();
  for (const chunk of chunksOf(handles)) {
    const rows = await catalogueTables(em)
      .selectFrom('product')
      .select(['id', 'pictures'])
      .where('handle', 'in', chunk)
      .execute();
    for (const { id, pictures } of rows) {
      for (const { url } of parsed(pictures)) {
        if (/^https?:/i.test(url)) owners.set(url, [...(owners.get(url) ?? []), id]);
      }
    }
  }
  return owners;
}

async function readKnown(em: Store['em'], urls: string[]): Promise<Map<string, FetchedPictureRow>> {
  const known = new Map<string, FetchedPictureRow>();
  for (const chunk of chunksOf(urls)) {
    const rows = await catalogueTables(em)
      .selectFrom('fetched_picture')
      .selectAll()
      .where('url', 'in', chunk)
      .execute();
    for (const row of rows) known.set(row.url, row);
  }
  return known;
}

/** Notes the copies and, in the same transaction, that their products have changed, so that every process shows them. */
async function storeCopies(
  { store, bus }: CatalogueWriter,
  changed: readonly Kept[],
  owners: ReadonlyMap<string, string[]>,
): Promise<void> {
  if (changed.length === 0) return;
  const version = await store.em.fork().transactional(async (em) => {
    const next = (await lockVersion(em)) + 1;
    const tables = catalogueTables(em);
    for (const chunk of chunksOf(changed)) {
      const rows = chunk.map((kept) => ({ ...kept, catalogue_version: next }));
      await tables
        .insertInto('fetched_picture')
        .values(rows)
        .onConflict((conflict) => conflict.column('url').doUpdateSet(excluded(rows[0])))
        .execute();
    }
    const ids = new Set(changed.flatMap(({ url }) => owners.get(url) ?? []));
    for (const chunk of chunksOf([...ids])) {
      await tables.updateTable('product').set({ catalogue_version: next }).where('id', 'in', chunk).execute();
    }
    await setVersion(em, next);
    return next;
  });
  await bus.publish('catalogue-changed', { version });
}
