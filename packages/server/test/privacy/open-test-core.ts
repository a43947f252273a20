import { join } from 'node:path';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v7 as uuidv7 } from 'uuid';
import { openBus } from '../../src/platform/bus/open-bus.ts';
import { type Clock, systemClock } from '../../src/platform/clock/clock.ts';
import type { GrantItem } from '../../src/privacy/access/grant.ts';
import { grantAccess } from '../../src/privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import { seedAgreements } from '../../src/privacy/egress/seed-agreements.ts';
import { openErasureLedger } from '../../src/privacy/erasure/erasure-ledger.ts';
import { createLocalKeyring } from '../../src/privacy/keys/local-keyring.ts';
import { openPrivacyCore } from '../../src/privacy/open-privacy-core.ts';
import { createPrivacyRegistry } from '../../src/privacy/registry/privacy-registry.ts';
import type { ActiveSubject } from '../../src/privacy/subjects/active-subject.ts';
import { createSubject, prepareSubject } from '../../src/privacy/subjects/create-subject.ts';
import { sealedField } from '../../src/privacy/vault/field-registry.ts';
import type { Sealed } from '../../src/privacy/vault/sealed.ts';
import type { StoreUrls } from '../stores/open-stores.ts';
import { Letter, type LetterAddress } from './letter.entity.ts';

/** Stores of a test, with the folder for the keyring. */
export interface CoreStores {
  readonly main: PrivacyCore['stores']['main'];
  readonly keys: PrivacyCore['stores']['keys'];
  readonly log: PrivacyCore['stores']['log'];
  readonly urls: StoreUrls;
  readonly dataDir: string;
}

/** Opens the privacy core on stores of a test, with a keyring in their folder and the erasure of letters registered. */
export async function openTestCore(stores: CoreStores, clock: Clock = systemClock): Promise<PrivacyCore> {
  const registry = createPrivacyRegistry();
  registry.registerErasure({
    name: 'letters',
    entity: 'Letter',
    fields: ['order.email', 'order.recipientName', 'order.phone', 'order.deliveryAddress'],
    erase: (em, subjectId) => em.nativeDelete(Letter, { subjectId }),
  });
  const onError = (error: unknown) => {
    throw error;
  };
  const bus = await openBus({ store: stores.main, url: stores.urls.mainUrl, onError, pollEveryMs: 200 });
  await seedAgreements(stores.main, clock, { sandbox: true });
  const { main, keys, log } = stores;
  return openPrivacyCore({
    stores: { main, keys, log },
    clock,
    bus,
    provider: createLocalKeyring(join(stores.dataDir, 'keyring.json')),
    registry,
    ledger: openErasureLedger(join(stores.dataDir, 'erasures')),
    blindIndexKey: '0f'.repeat(32),
  });
}

/** The rules of letters: those in state `OVER` lose their names, those in state `GONE` go. */
export function registerLetterRetention({ registry }: Pick<PrivacyCore, 'registry'>): void {
  const due = (where: object) => async (em: SqlEntityManager, _now: Date, limit: number) =>
    (await em.find(Letter, where, { limit, orderBy: { id: 'asc' } })).map(({ subjectId }) => subjectId);
  registry.registerRetention({
    name: 'names of letters',
    category: 'NAME',
    fields: ['order.recipientName'],
    due: due({ state: 'OVER', name: { $ne: null } }),
    apply: (em, subjectId) => em.nativeUpdate(Letter, { subjectId, state: 'OVER' }, { name: null }),
  });
  registry.registerRetention({
    name: 'letters',
    category: 'EMAIL',
    fields: ['order.email', 'order.phone', 'order.deliveryAddress'],
    due: due({ state: 'GONE' }),
    apply: (em, subjectId) => em.nativeDelete(Letter, { subjectId, state: 'GONE' }),
  });
}

/** What a letter of the tests says; an invented person. */
export const TESTA = {
  email: 'testa.mustermann@example.com',
  name: 'Testa Mustermann',
  phone: '+49 30 5550123',
  address: { street: 'Musterweg 12', city: 'Musterstadt' } satisfies LetterAddress,
};

/** Adds a letter with all its values sealed to the transaction. */
export function addLetter(core: PrivacyCore, em: SqlEntityManager, subject: ActiveSubject, values = TESTA): Letter {
  const id = uuidv7();
  const letter = em.create(Letter, {
    id,
    subjectId: subject.id,
    state: 'NEW',
    email: core.vault.seal(subject, 'order.email', id, values.email),
    name: core.vault.seal(subject, 'order.recipientName', id, values.name),
    phone: core.vault.seal(subject, 'order.phone', id, values.phone),
    address: core.vault.seal(subject, 'order.deliveryAddress', id, values.address),
  });
  em.persist(letter);
  return letter;
}

/** Writes a letter of a new subject. */
export async function writeLetter(core: PrivacyCore, values = TESTA): Promise<{ id: string; subjectId: string }> {
  const prepared = await prepareSubject(core, 'GUEST_ORDER');
  return core.stores.main.em.fork().transactional(async (em) => {
    const { id, subjectId } = addLetter(core, em, createSubject(em, prepared), values);
    return { id, subjectId };
  });
}

/** Loads a letter as a later request would. */
export function loadLetter(core: PrivacyCore, id: string): Promise<Letter> {
  return core.stores.main.em.fork().findOneOrFail(Letter, { id });
}

/** Opens a value as a mail to its subject would, against a logged grant. */
export async function openAsMail<T>(core: PrivacyCore, sealed: Sealed<T> | null | undefined): Promise<T> {
  if (!sealed?.binding) throw new Error('Nothing sealed was loaded.');
  const { subjectId, field } = sealed.binding;
  const item: GrantItem = { subjectId, category: sealedField(field).category, coordinate: `test/${field}` };
  const purpose = item.category === 'EMAIL' ? 'ORDER_PROCESSING' : 'DELIVERY';
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'test' },
    purpose,
    reason: 'MAIL',
    items: [item],
  });
  return core.vault.open(sealed, grants.for(subjectId, item.category));
}
