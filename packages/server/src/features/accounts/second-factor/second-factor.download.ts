import { heldValue } from '../../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../../privacy/registry/privacy-registry.ts';
import { accountKeptTerms } from '../account-kept-terms.ts';
import { Passkey } from '../passkeys/passkey.entity.ts';
import { TotpFactor } from './totp-factor.entity.ts';

/** What guards an account, for its holder to see and to download; secrets are named alone, since they would serve whoever has the file. */
export function registerSecondFactorDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'passkeys',
    title: { EN: 'Passkey', DE: 'Passkey', ZH: '通行密钥' },
    fields: {
      'passkey.name': { label: { EN: 'Name', DE: 'Name', ZH: '名称' } },
      'passkey.credentialId': { label: { EN: 'Its id', DE: 'Seine Kennung', ZH: '标识' } },
      'passkey.credential': {
        label: { EN: 'Its public key', DE: 'Sein öffentlicher Schlüssel', ZH: '公钥' },
        withheld: 'SECRET',
      },
    },
    facts: {
      createdOn: { label: { EN: 'Added on', DE: 'Hinzugefügt am', ZH: '添加日期' } },
      lastUsedOn: { label: { EN: 'Last used on', DE: 'Zuletzt genutzt am', ZH: '最后使用日期' } },
    },
    collect: async (em, subjectId) => {
      const passkeys = await em.find(Passkey, { subjectId }, { populate: ['account'], orderBy: { id: 'asc' } });
      return passkeys.map(({ id, account, createdOn, lastUsedOn, name, credentialId, credential }) => {
        const kept = accountKeptTerms(account, registry);
        return {
          id,
          name: null,
          facts: { createdOn, lastUsedOn: lastUsedOn ?? null },
          values: [
            ...heldValue('passkey.name', name, kept),
            ...heldValue('passkey.credentialId', credentialId, kept),
            ...heldValue('passkey.credential', credential, kept, () => ''),
          ],
        };
      });
    },
  });
  registry.registerDownload({
    name: 'authenticator-apps',
    title: { EN: 'Authenticator app', DE: 'Authenticator-App', ZH: '身份验证器应用' },
    fields: {
      'totp.secret': { label: { EN: 'Its secret', DE: 'Ihr Geheimnis', ZH: '密钥' }, withheld: 'SECRET' },
    },
    facts: { confirmedOn: { label: { EN: 'Added on', DE: 'Hinzugefügt am', ZH: '添加日期' } } },
    collect: async (em, subjectId) => {
      const factors = await em.find(TotpFactor, { subjectId }, { populate: ['account'] });
      return factors.map(({ id, account, confirmedOn, secret }) => ({
        id,
        name: null,
        facts: { confirmedOn: confirmedOn ?? null },
        values: heldValue('totp.secret', secret, accountKeptTerms(account, registry), () => ''),
      }));
    },
  });
}
