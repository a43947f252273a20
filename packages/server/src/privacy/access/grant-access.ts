import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { AccessEvent, AccessReason } from '../access-log/access-event.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { restrictedAmong } from '../subjects/restricted-subjects.ts';
import { decide, dependsOnRestriction } from './decide.ts';
import { type GrantItem, type GrantSet, issueGrants } from './grant.ts';
import { loggedViewer } from './logged-viewer.ts';
import type { Viewer } from './viewer.ts';

/** Who wants to see what, and why. */
export interface AccessRequest {
  readonly viewer: Viewer;
  readonly purpose: Purpose;
  readonly reason: AccessReason;
  readonly caseId?: string | null;
  readonly items: readonly GrantItem[];
}

/**
 * Grants a viewer the opening of values: checks each item against the access matrix, writes all entries of the access log
 * in one durable write, and only then answers. Subjects whose key is gone get no entry and no grant.
 * @throws {PrivacyError} ACCESS_DENIED if one item is not revealed to this viewer, RESTRICTED if only a restriction stands against it; then
 * nothing is granted. Not to be called inside a transaction of the main store: on SQLite it would wait for itself.
 */
export async function grantAccess(
  core: Pick<PrivacyCore, 'keys' | 'accessLog' | 'clock' | 'stores'>,
  request: AccessRequest,
): Promise<GrantSet> {
  const { viewer, purpose, items } = request;
  for (const { category, subjectId: id } of items) {
    if (decide(viewer, category, purpose, { id, restricted: false }) === 'REVEAL') continue;
    throw new PrivacyError('ACCESS_DENIED', `${category} is not revealed to this ${viewer.kind} for ${purpose}.`);
  }
  const closable = items.filter(({ category, subjectId }) =>
    dependsOnRestriction(viewer, category, purpose, subjectId),
  );
  const restricted = await restrictedAmong(
    core.stores.main,
    closable.map(({ subjectId }) => subjectId),
  );
  if (restricted.size > 0)
    throw new PrivacyError('RESTRICTED', `The data is under restriction: it is kept, and not used for ${purpose}.`);
  const subjectIds = new Set(items.map(({ subjectId }) => subjectId));
  const lease = await core.keys.lease(subjectIds);
  const events = eventsOf({ ...request, items: items.filter(({ subjectId }) => lease.has(subjectId)) });
  const receipt = await core.accessLog.append(events);
  const logged = new Set(receipt.events.map(({ subjectId }) => subjectId));
  const erased = new Set([...subjectIds].filter((subjectId) => !logged.has(subjectId)));
  return issueGrants(receipt, items, lease, erased, core.clock.now().getTime());
}

/** One event per subject, listing its coordinates once each. */
function eventsOf({ viewer, purpose, reason, caseId, items }: AccessRequest): AccessEvent[] {
  const coordinates = new Map<string, Set<string>>();
  for (const { subjectId, coordinate } of items) {
    coordinates.set(subjectId, (coordinates.get(subjectId) ?? new Set()).add(coordinate));
  }
  const who = loggedViewer(viewer);
  const staffCase = viewer.kind === 'staff' ? viewer.caseId : undefined;
  return [...coordinates].map(([subjectId, listed]) => ({
    subjectId,
    ...who,
    purpose,
    reason,
    caseId: caseId ?? staffCase ?? null,
    coordinates: [...listed].sort(),
  }));
}
