import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { isGenuineReceipt, type LogReceipt } from '../access-log/log-receipt.ts';
import type { DataKey, KeyLease } from '../keys/data-key.ts';
import { PrivacyError } from '../privacy-error.ts';

/** One thing that somebody wants to see. */
export interface GrantItem {
  readonly subjectId: string;
  readonly category: Category;
  /** Where it will be seen (`Order.email`, `egress:sandbox-carrier/order.phone`). */
  readonly coordinate: string;
}

const ISSUER: unique symbol = Symbol('issuer of grants');

/** How long a grant opens values on the server, in ms. */
export const GRANT_LIFETIME_MS = 60_000;

/**
 * The right to open values of one category of one subject, for one purpose, for a minute. Nobody outside this file can
 * construct one, and `issueGrants` makes them only against a receipt of the access log.
 */
export class Grant {
  readonly subjectId: string;
  readonly category: Category;
  readonly purpose: Purpose;
  readonly expiresAt: number;
  readonly #lease: KeyLease;

  private constructor(issuer: typeof ISSUER, item: GrantItem, purpose: Purpose, expiresAt: number, lease: KeyLease) {
    if (issuer !== ISSUER) throw new PrivacyError('GRANT_REFUSED', 'Grants are made by grantAccess only.');
    this.subjectId = item.subjectId;
    this.category = item.category;
    this.purpose = purpose;
    this.expiresAt = expiresAt;
    this.#lease = lease;
  }

  /** Whether an object is a grant made here, whatever its prototype says. */
  static isGenuine(grant: Grant): boolean {
    return typeof grant === 'object' && grant !== null && #lease in grant;
  }

  /** The subject's key, or null if it was destroyed meanwhile. */
  static keyFor(grant: Grant): DataKey | null {
    return grant.#lease.keyOf(grant.subjectId);
  }

  /** @internal */
  static issue(issuer: typeof ISSUER, item: GrantItem, purpose: Purpose, expiresAt: number, lease: KeyLease): Grant {
    return new Grant(issuer, item, purpose, expiresAt, lease);
  }
}

/** The grants of one operation, and the subjects among those asked for whose key is gone. */
export class GrantSet {
  readonly #grants: ReadonlyMap<string, Grant>;
  readonly erased: ReadonlySet<string>;

  constructor(grants: ReadonlyMap<string, Grant>, erased: ReadonlySet<string>) {
    this.#grants = grants;
    this.erased = erased;
  }

  /**
   * The grant for a subject's category.
   * @throws {PrivacyError} ERASED if the subject's key is gone, GRANT_REFUSED if it was not asked for.
   */
  for(subjectId: string, category: Category): Grant {
    const grant = this.#grants.get(`${subjectId}/${category}`);
    if (grant) return grant;
    if (this.erased.has(subjectId)) throw new PrivacyError('ERASED', 'The key of this subject is destroyed.');
    throw new PrivacyError('GRANT_REFUSED', `No grant was asked for ${category} of this subject.`);
  }
}

/**
 * Makes grants for items that the receipt shows to be logged.
 * @throws {PrivacyError} GRANT_REFUSED if an item does not stand in the receipt, or the log did not make the receipt.
 */
export function issueGrants(
  receipt: LogReceipt | null,
  items: readonly GrantItem[],
  lease: KeyLease,
  erased: ReadonlySet<string>,
  now: number,
): GrantSet {
  const grants = new Map<string, Grant>();
  if (receipt && !isGenuineReceipt(receipt))
    throw new PrivacyError('GRANT_REFUSED', 'The access log made no such receipt.');
  for (const item of items) {
    if (erased.has(item.subjectId)) continue;
    const event = receipt?.events.find(
      ({ subjectId, coordinates }) => subjectId === item.subjectId && coordinates.includes(item.coordinate),
    );
    if (!event) throw new PrivacyError('GRANT_REFUSED', `${item.coordinate} does not stand in the access log.`);
    const grant = Grant.issue(ISSUER, item, event.purpose, now + GRANT_LIFETIME_MS, lease);
    grants.set(`${item.subjectId}/${item.category}`, grant);
  }
  return new GrantSet(grants, erased);
}
