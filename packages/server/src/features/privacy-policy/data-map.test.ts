import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { recordAgreement } from '../../privacy/egress/record-agreement.ts';
import { revokeAgreement } from '../../privacy/egress/revoke-agreement.ts';
import { SEALED_FIELDS } from '../../privacy/vault/field-registry.ts';

interface Entry {
  readonly category: string;
  readonly purposes: readonly { readonly purpose: string }[];
  readonly seenBy: readonly string[];
  readonly kept: string;
}

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

it.each(['EN', 'DE', 'ZH'])(
  'The data map lists every category of which something is sealed, with why, for whom and how long (P2.5), in %s',
  async (language) => {
    const data = await ask<{ dataMap: Entry[] }>(
      `{ dataMap(language: ${language}) { category purposes { purpose } seenBy kept } }`,
    );
    for (const category of new Set(Object.values(SEALED_FIELDS).map((field) => field.category))) {
      const entry = data.dataMap.find((one) => one.category === category);
      expect(entry, category).toBeDefined();
      expect(entry?.purposes, category).not.toEqual([]);
      expect(entry?.seenBy, category).not.toEqual([]);
      expect(entry?.kept, category).not.toBe('');
    }
  },
);

it.each([
  ['EN', '30 days after delivery; one day if the order was not paid; in an account two years after it was last used'],
  [
    'DE',
    '30 Tage nach der Zustellung; ein Tag, wenn nicht bezahlt wurde; in einem Konto zwei Jahre nach dessen letzter Nutzung',
  ],
  ['ZH', '送达后 30 天；订单未付款则为 1 天；账户中保留至最后一次使用后两年'],
])('says how long this shop keeps, in %s', async (language, said) => {
  const shorter = await openTestShop({ RETENTION_DAYS: 'NAME=30' });
  try {
    const response = await fetch(`${shorter.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ dataMap(language: ${language}) { category kept } }` }),
    });
    const { data } = (await response.json()) as { data: { dataMap: Pick<Entry, 'category' | 'kept'>[] } };
    expect(data.dataMap.find(({ category }) => category === 'NAME')?.kept).toBe(said);
  } finally {
    await shorter.close();
  }
});
interface Recipients {
  readonly dataMap: readonly {
    readonly category: string;
    readonly recipients: readonly { readonly party: string }[];
  }[];
  readonly dataRecipients: readonly { readonly party: string; readonly description: string }[];
}

it('The data map names to whom each category may leave, by the agreements in force at that moment (P3.1)', async () => {
  const terms = {
    key: 'relay-2026',
    party: 'Relay Example Ltd',
    recipient: 'PROCESSOR',
    purposes: ['ORDER_PROCESSING'],
    categories: ['EMAIL'],
    signedOn: '2020-01-31',
    validUntil: '2999-01-31',
    assessmentDue: '2999-01-31',
  } as const;
  const keys = {
    ...terms,
    key: 'keys-2026',
    party: 'Keys Example Ltd',
    purposes: ['SECURITY'],
    categories: [],
  } as const;
  const ended = { ...terms, key: 'ended', party: 'Former Example Ltd', validUntil: '2020-12-31' };
  for (const one of [terms, keys, ended]) {
    const { purposes, categories } = one;
    await recordAgreement(
      test.shop.core,
      { ...one, purposes: [...purposes], categories: [...categories] },
      { replace: false },
    );
  }
  const partiesOf = async (category: string) => {
    const { dataMap } = await ask<Recipients>('{ dataMap { category recipients { party } } }');
    return dataMap.find((one) => one.category === category)?.recipients.map(({ party }) => party);
  };
  expect(await partiesOf('EMAIL')).toEqual(['Own mail relay (loopback)', 'Relay Example Ltd']);
  expect(await partiesOf('PHONE')).toEqual(['Sandbox carrier']);
  expect(await partiesOf('CREDENTIAL')).toEqual([]);
  const { dataRecipients } = await ask<Recipients>('{ dataRecipients(language: DE) { party description } }');
  expect(dataRecipients).toContainEqual({
    party: 'Keys Example Ltd',
    description: 'Wer vertraglich für uns arbeitet: Mailserver, Schlüsseldienst, gehostete Datenbank.',
  });
  expect(dataRecipients.map(({ party }) => party)).not.toContain('Former Example Ltd');
  await revokeAgreement(test.shop.core, terms.key);
  expect(await partiesOf('EMAIL')).toEqual(['Own mail relay (loopback)']);
});

async function ask<Data>(query: string): Promise<Data> {
  const response = await fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: Data }).data;
}
