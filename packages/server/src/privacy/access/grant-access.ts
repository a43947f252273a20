import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { AccessReason } from '../access-log/access-event.ts';
import type { PrivacyCore } from '../core.ts';
import type { GrantItem, GrantSet } from './grant.ts';
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
 * @throws {PrivacyError} ACCESS_DENIED if one item is not revealed to this viewer; then nothing is granted.
 */
export declare function grantAccess(core: PrivacyCore, request: AccessRequest): Promise<GrantSet>;
