import type { EntityManager } from '@mikro-orm/core';
import { type Clock, dayOf } from '../../platform/clock/clock.ts';
import type { Store } from '../../platform/orm/store.ts';
import { EgressAgreement } from './egress-agreement.entity.ts';

type Terms = Pick<EgressAgreement, 'key' | 'party' | 'recipient' | 'purposes' | 'categories'> & { years: number };

/** The operator's own mail relay on this machine: nobody else's, but on record like all. */
const OWN_MAIL_RELAY: Terms = {
  key: 'own-mail-relay',
  party: 'Own mail relay (loopback)',
  recipient: 'PROCESSOR',
  purposes: ['ORDER_PROCESSING', 'PRODUCT_NEWS', 'DATA_RIGHTS', 'SECURITY'],
  categories: ['EMAIL', 'NAME', 'MESSAGE', 'DELIVERY_ADDRESS', 'ORDER_RECORD'],
  years: 10,
};

/** Those of the demo, refused in production (D14). */
const SANDBOX: readonly Terms[] = [
  {
    key: 'sandbox-carrier',
    party: 'Sandbox carrier',
    recipient: 'LOGISTICS',
    purposes: ['DELIVERY'],
    categories: ['NAME', 'PHONE', 'DELIVERY_ADDRESS'],
    years: 1,
  },
  {
    key: 'sandbox-payment-institution',
    party: 'Sandbox payment institution',
    recipient: 'PAYMENT_INSTITUTION',
    purposes: ['PAYMENT'],
    categories: ['PAYMENT_REFERENCE'],
    years: 1,
  },
];

/** The agreements that come with the program: what may leave to whom before an operator records another. */
export const AGREEMENTS_OF_THE_PROGRAM: readonly Omit<Terms, 'years'>[] = [OWN_MAIL_RELAY, ...SANDBOX];

/** Puts the agreements that come with the program on record, if they are not; those of the sandbox outside production only. */
export async function seedAgreements(main: Store, clock: Clock, options: { sandbox: boolean }): Promise<void> {
  const em = main.em.fork();
  const known = new Set((await em.findAll(EgressAgreement, { fields: ['key'] })).map(({ key }) => key));
  const today = clock.now();
  for (const { years, ...terms } of [OWN_MAIL_RELAY, ...(options.sandbox ? SANDBOX : [])]) {
    if (known.has(terms.key)) continue;
    const end = dayOf(new Date(Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth(), today.getUTCDate())));
    em.create(EgressAgreement, { ...terms, signedOn: dayOf(today), validUntil: end, assessmentDue: end });
  }
  await addPurposes(em, OWN_MAIL_RELAY);
  await em.flush();
}

/** The operator's own relay sends whatever mails the program has learnt to write since its entry was made. */
async function addPurposes(em: EntityManager, { key, purposes }: Terms): Promise<void> {
  const recorded = await em.findOne(EgressAgreement, { key });
  if (recorded) recorded.purposes = [...new Set([...recorded.purposes, ...purposes])];
}
