import type { PrivacyRegistry } from '../../../privacy/registry/privacy-registry.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import { Passkey } from '../passkeys/passkey.entity.ts';
import { PasskeyCeremony } from '../passkeys/passkey-ceremony.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { SecondFactorChallenge } from './second-factor-challenge.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** The sealed fields of a passkey and the properties that hold them. */
const PASSKEY_FIELDS = {
  'passkey.credentialId': 'credentialId',
  'passkey.credential': 'credential',
  'passkey.name': 'name',
} as const satisfies Partial<Record<SealedFieldName, keyof Passkey>>;

const passkeyFields = Object.keys(PASSKEY_FIELDS) as (keyof typeof PASSKEY_FIELDS)[];

/** The sealed fields of passkeys and second factors; they are kept for as long as their account is. */
export const SECOND_FACTOR_FIELDS = [...passkeyFields, 'totp.secret'] as const;

/** Passkeys, authenticator app, recovery codes and what is under way with them go with the account's subject. */
export function registerSecondFactorErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'passkeys',
    title: { EN: 'Passkeys', DE: 'Passkeys', ZH: '通行密钥' },
    entity: 'Passkey',
    fields: passkeyFields,
    erase: (em, subjectId) => em.nativeDelete(Passkey, { subjectId }),
  });
  registry.registerErasure({
    name: 'passkeys under way',
    title: { EN: 'Passkeys under way', DE: 'Begonnene Passkeys', ZH: '进行中的通行密钥' },
    entity: 'PasskeyCeremony',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(PasskeyCeremony, { subjectId }),
  });
  registry.registerErasure({
    name: 'authenticator apps',
    title: { EN: 'Authenticator apps', DE: 'Authenticator-Apps', ZH: '身份验证器应用' },
    entity: 'TotpFactor',
    fields: ['totp.secret'],
    erase: (em, subjectId) => em.nativeDelete(TotpFactor, { subjectId }),
  });
  registry.registerErasure({
    name: 'recovery codes',
    title: { EN: 'Recovery codes', DE: 'Wiederherstellungscodes', ZH: '恢复代码' },
    entity: 'RecoveryCode',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(RecoveryCode, { subjectId }),
  });
  registry.registerErasure({
    name: 'second factors under way',
    title: { EN: 'Second factors under way', DE: 'Begonnene zweite Faktoren', ZH: '进行中的二次验证' },
    entity: 'SecondFactorChallenge',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(SecondFactorChallenge, { subjectId }),
  });
}
