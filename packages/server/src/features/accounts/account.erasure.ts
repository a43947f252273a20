import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { SealedFieldName } from '../../privacy/vault/field-registry.ts';
import { Account } from './account.entity.ts';
import { AccountSession } from './account-session.entity.ts';
import { PersonSubject } from './person-subject.entity.ts';
import { SignInAttempt } from './sign-in-attempt.entity.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';

/** The sealed fields of an account and the properties that hold them. */
export const ACCOUNT_FIELDS = {
  'account.email': 'email',
  'account.name': 'name',
  'account.passwordHash': 'passwordHash',
} as const satisfies Partial<Record<SealedFieldName, keyof Account>>;

const FIELDS = Object.keys(ACCOUNT_FIELDS) as (keyof typeof ACCOUNT_FIELDS)[];

/**
 * An account goes with its subject: sessions, challenges, the counts by its address (D2) and the links to other subjects. What those are
 * about is erased with them, each as a subject of its own.
 */
export function registerAccountErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'failed sign-ins',
    title: { EN: 'Failed sign-ins', DE: 'Fehlgeschlagene Anmeldungen', ZH: '登录失败记录' },
    entity: 'SignInAttempt',
    fields: [],
    count: async (em, subjectId) => {
      const account = await em.findOne(Account, { subjectId }, { fields: ['emailIndex'] });
      return account ? em.count(SignInAttempt, { addressIndex: account.emailIndex }) : 0;
    },
    erase: async (em, subjectId) => {
      const account = await em.findOne(Account, { subjectId }, { fields: ['emailIndex'] });
      return account ? em.nativeDelete(SignInAttempt, { addressIndex: account.emailIndex }) : 0;
    },
  });
  registry.registerErasure({
    name: 'links to other subjects',
    title: { EN: 'Which orders are yours', DE: 'Welche Bestellungen Ihre sind', ZH: '订单归属关系' },
    entity: 'PersonSubject',
    fields: [],
    keepsNobody: true,
    erase: async (em, subjectId) => {
      const account = await em.findOne(Account, { subjectId }, { fields: ['id'] });
      const own = account ? await em.nativeDelete(PersonSubject, { accountId: account.id }) : 0;
      return own + (await em.nativeDelete(PersonSubject, { subjectId }));
    },
  });
  registry.registerErasure({
    name: 'sign-ins under way',
    title: { EN: 'Sign-ins under way', DE: 'Begonnene Anmeldungen', ZH: '进行中的登录' },
    entity: 'SignInChallenge',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(SignInChallenge, { subjectId }),
  });
  registry.registerErasure({
    name: 'sessions',
    title: { EN: 'Devices that are signed in', DE: 'Angemeldete Geräte', ZH: '已登录的设备' },
    entity: 'AccountSession',
    fields: ['session.device'],
    erase: (em, subjectId) => em.nativeDelete(AccountSession, { subjectId }),
  });
  registry.registerErasure({
    name: 'accounts',
    title: { EN: 'The account', DE: 'Das Konto', ZH: '账户' },
    entity: 'Account',
    fields: FIELDS,
    erase: (em, subjectId) => em.nativeDelete(Account, { subjectId }),
  });
}
