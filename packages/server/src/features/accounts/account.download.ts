import { dayOf } from '../../platform/clock/clock.ts';
import { languageName } from '../../platform/code-names.ts';
import { heldValue } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Account } from './account.entity.ts';
import { accountKeptTerms } from './account-kept-terms.ts';
import { AccountSession } from './account-session.entity.ts';

import { IDLE_DAYS } from './start-session.ts';

/** An account and where it is signed in, for its holder to see and to download. The password's hash is of use to a thief alone. */
export function registerAccountDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'account',
    title: { EN: 'Your account', DE: 'Ihr Konto', ZH: '您的账户' },
    leads: true,
    fields: {
      'account.email': { label: { EN: 'E-mail address', DE: 'E-Mail-Adresse', ZH: '电子邮箱' } },
      'account.name': { label: { EN: 'Name', DE: 'Name', ZH: '姓名' } },
      'account.passwordHash': {
        label: { EN: 'Password, as a hash', DE: 'Passwort, als Hash', ZH: '密码（仅存哈希）' },
        withheld: 'SECRET',
      },
    },
    facts: {
      createdAt: { label: { EN: 'Opened', DE: 'Eröffnet', ZH: '开户时间' } },
      confirmedAt: { label: { EN: 'Confirmed', DE: 'Bestätigt', ZH: '确认时间' } },
      lastUsedOn: { label: { EN: 'Last used on', DE: 'Zuletzt genutzt am', ZH: '最后使用日期' } },
      language: { label: { EN: 'Language', DE: 'Sprache', ZH: '语言' }, text: languageName },
    },
    collect: async (em, subjectId) => {
      const account = await em.findOne(Account, { subjectId });
      if (!account) return [];
      const { id, createdAt, confirmedAt, lastUsedOn, language } = account;
      const kept = accountKeptTerms(account, registry);
      return [
        {
          id,
          name: null,
          facts: { createdAt, confirmedAt: confirmedAt ?? null, lastUsedOn, language },
          values: [
            ...heldValue('account.email', account.email, kept),
            ...heldValue('account.name', account.name, kept),
            ...heldValue('account.passwordHash', account.passwordHash, kept, () => ''),
          ],
        },
      ];
    },
  });
  registry.registerDownload({
    name: 'sessions',
    title: { EN: 'Signed in', DE: 'Angemeldet', ZH: '已登录设备' },
    fields: { 'session.device': { label: { EN: 'Device', DE: 'Gerät', ZH: '设备' } } },
    facts: {
      createdAt: { label: { EN: 'Since', DE: 'Seit', ZH: '登录时间' } },
      lastUsedAt: {
        label: { EN: 'Last used, to the hour', DE: 'Zuletzt genutzt, auf die Stunde', ZH: '最后使用（精确到小时）' },
      },
    },
    collect: async (em, subjectId) => {
      const sessions = await em.find(AccountSession, { subjectId }, { orderBy: { createdAt: 'asc' } });
      return sessions.map(({ id, createdAt, lastUsedAt, expiresAt, device }) => ({
        id,
        name: null,
        facts: { createdAt, lastUsedAt },
        values: heldValue('session.device', device, {
          until: dayOf(expiresAt),
          days: IDLE_DAYS,
          clock: 'SESSION_LAST_USED',
        }),
      }));
    },
  });
}
