import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { Recipient } from '@barrier/schema/privacy/recipient.ts';
import type { AccessReason } from '../access-log/access-event.ts';
import type { PrivacyCore } from '../core.ts';
import type { Sealed } from '../vault/sealed.ts';

/** What leaves to whom, and why. */
export interface EgressRequest<Fields extends Readonly<Record<string, Sealed<unknown> | null>>> {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Key of the agreement in the register, such as `own-mail-relay`. */
  readonly agreementKey: string;
  /** What the system does, for the log, such as `order-confirmation-mail`. */
  readonly task: string;
  readonly reason: AccessReason;
  readonly caseId?: string | null;
  /** The values that leave, by name; a missing one stays null. */
  readonly fields: Fields;
}

/** The opened values, by the same names. */
export type EgressValues<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends Sealed<infer T> | null
    ? T | (null extends Fields[Name] ? null : never)
    : never;
};

/**
 * Hands personal values to a third party: checks that the agreement is in force for this recipient, purpose and these categories
 * (P5.3), opens them with logged grants of the system viewer, and gives them to `handOver` alone.
 * @throws {PrivacyError} NO_AGREEMENT, ACCESS_DENIED, ERASED
 */
export declare function passEgress<Fields extends Readonly<Record<string, Sealed<unknown> | null>>, Result>(
  core: PrivacyCore,
  request: EgressRequest<Fields>,
  handOver: (values: EgressValues<Fields>) => Promise<Result>,
): Promise<Result>;
