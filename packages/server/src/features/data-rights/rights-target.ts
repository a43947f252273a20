import type { ErasureScope } from '@barrier/schema/data-rights/erasure-state.ts';
import type { RightsInput } from '@barrier/schema/data-rights/rights.input.ts';
import { findOwnOrder } from '../orders/find-own-order.ts';
import { type PersonContext, requirePerson } from './require-person.ts';

/** Whose data a right is about. */
export interface RightsTarget {
  readonly scope: ErasureScope;
  /** The subject of the account or of the order. */
  readonly leadId: string;
  /** All subjects that it is about; the leading one first. */
  readonly subjectIds: readonly string[];
  /** Whether the proof is fresh. */
  readonly fresh: boolean;
}

/**
 * Whose data a right is about: that of the order of a guest's link, of one order of a customer, or of the customer with all that is theirs.
 * @throws {PublicError} as `requirePerson`; NOT_FOUND alike for an order that is not there and one that is somebody else's (D20).
 */
export async function requireTarget(
  context: PersonContext,
  { token, number }: Pick<RightsInput, 'token' | 'number'>,
): Promise<RightsTarget> {
  const { fresh, subjectIds } = await requirePerson(context, token);
  const { core } = context;
  if (!token && number) {
    const { subjectId } = await findOwnOrder(core.stores.main.em.fork(), context, { number }, core.clock.now());
    return { scope: 'ORDER', leadId: subjectId, subjectIds: [subjectId], fresh };
  }
  const [leadId = ''] = subjectIds;
  return { scope: token ? 'ORDER' : 'ACCOUNT', leadId, subjectIds, fresh };
}
