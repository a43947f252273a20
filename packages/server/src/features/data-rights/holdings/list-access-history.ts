import type { AccessHistoryConnection, AccessHistoryEntry } from '@barrier/schema/data-rights/access-history.type.ts';
import type { AccessHistoryArgs } from '@barrier/schema/data-rights/holdings.args.ts';
import { PublicError } from '../../../platform/errors.ts';
import { countHistory, readHistory } from '../../../privacy/access-log/read-history.ts';
import { requirePerson } from '../require-person.ts';
import { describeEntry } from './describe-entry.ts';
import type { HoldingsContext } from './holdings-context.ts';

/** Most entries of a page. */
const MOST_FIRST = 100;

/**
 * Who looked at the data of whoever asks, newest first: every entry that the access log has of them, their own too (P4.3, P6.1).
 * @throws {PublicError} as `requirePerson`; BAD_USER_INPUT if `first` is not 1 to 100 or `after` names no entry of theirs.
 */
export async function listAccessHistory(
  context: HoldingsContext,
  { token, first, after, language }: AccessHistoryArgs,
): Promise<AccessHistoryConnection> {
  if (first < 1 || first > MOST_FIRST) throw new PublicError('BAD_USER_INPUT', `first: it must be 1 to ${MOST_FIRST}.`);
  const { log } = context.core.stores;
  const { subjectIds } = await requirePerson(context, token);
  const entries = await readHistory(log, { subjectIds, limit: first + 1, after: after ?? null });
  if (!entries) throw new PublicError('BAD_USER_INPUT', 'after: this is no cursor of this list.');
  const nodes: AccessHistoryEntry[] = entries
    .slice(0, first)
    .map((entry) => describeEntry(entry, context.markings(), language));
  return {
    nodes,
    totalCount: await countHistory(log, subjectIds),
    pageInfo: {
      hasNextPage: entries.length > first,
      hasPreviousPage: after != null,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}
