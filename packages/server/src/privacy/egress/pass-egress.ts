import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { Recipient } from '@barrier/schema/privacy/recipient.ts';
import type { GrantItem } from '../access/grant.ts';
import { grantAccess } from '../access/grant-access.ts';
import type { AccessReason } from '../access-log/access-event.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { sealedField } from '../vault/field-registry.ts';
import type { Sealed } from '../vault/sealed.ts';
import { requireAgreement } from './require-agreement.ts';

/** Sealed values by name; a missing one is null or undefined. */
export type EgressFields = Readonly<Record<string, Sealed<unknown> | null | undefined>>;

/** What leaves to whom, and why. */
export interface EgressRequest<Fields extends EgressFields> {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  /** Key of the agreement in the register, such as `own-mail-relay`. */
  readonly agreementKey: string;
  /** What the system does, for the log, such as `order-confirmation-mail`. */
  readonly task: string;
  readonly reason: AccessReason;
  readonly caseId?: string | null;
  /** The values that leave, by name; a missing one is opened as null. */
  readonly fields: Fields;
}

/** The opened values, by the same names. */
export type EgressValues<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends null | undefined ? null : OpenedValue<Fields[Name]>;
};

type OpenedValue<Field> = Field extends Sealed<infer T> ? T : null;

/**
 * Hands personal values to a third party: checks that the agreement is in force for this recipient, purpose and these categories
 * (P5.3), opens them with logged grants of the system viewer, and gives them to `handOver` alone. Not to be called inside a transaction of
 * the main store: on SQLite it would wait for itself.
 * @throws {PrivacyError} NO_AGREEMENT, ACCESS_DENIED, ERASED
 */
export async function passEgress<Fields extends EgressFields, Result>(
  core: PrivacyCore,
  request: EgressRequest<Fields>,
  handOver: (values: EgressValues<Fields>) => Promise<Result>,
): Promise<Result> {
  const { recipient, purpose, agreementKey, task, reason, caseId, fields } = request;
  const leaving = Object.entries(fields).flatMap(([name, sealed]) =>
    sealed ? [{ name, sealed, item: itemOf(sealed, agreementKey) }] : [],
  );
  const categories = leaving.map(({ item }) => item.category);
  await requireAgreement(core, { agreementKey, recipient, purpose, categories });
  const viewer = { kind: 'system', task } as const;
  const items = leaving.map(({ item }) => item);
  const grants = await grantAccess(core, { viewer, purpose, reason, caseId, items });
  const opened: Record<string, unknown> = Object.fromEntries(Object.keys(fields).map((name) => [name, null]));
  for (const { name, sealed, item } of leaving) {
    opened[name] = core.vault.open(sealed, grants.for(item.subjectId, item.category));
  }
  return handOver(opened as EgressValues<Fields>);
}

function itemOf({ binding }: Sealed<unknown>, agreementKey: string): GrantItem {
  if (!binding) throw new PrivacyError('NOT_BOUND', 'A sealed value was loaded without the id and subject of its row.');
  const { category } = sealedField(binding.field);
  return { subjectId: binding.subjectId, category, coordinate: `egress:${agreementKey}/${binding.field}` };
}
