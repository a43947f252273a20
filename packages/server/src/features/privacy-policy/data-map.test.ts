import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
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
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `{ dataMap(language: ${language}) { category purposes { purpose } seenBy kept } }`,
      }),
    });
    const { data } = (await response.json()) as { data: { dataMap: Entry[] } };
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
