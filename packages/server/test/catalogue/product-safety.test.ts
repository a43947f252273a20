import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, expect, it } from 'vitest';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import { closeShops, emptyShop, exported, fileWith, productOf, run, versionOf } from './importing.ts';

const named = (name: string, key: string) => `${name} (product.metafields.barrier.${key})`;
const WARNINGS = named('Warnings', 'warnings');
const MANUFACTURER = named('Manufacturer', 'manufacturer');
const IN_EU = named('Responsible person / EU', 'responsible_person_eu');
const IN_GB = named('Responsible person / GB', 'responsible_person_gb');
const ORIGIN = named('Country of origin', 'country_of_origin');
const BATCH = named('Batch number', 'batch_note');

const KR = {
  name: 'Testhaus Cosmetics Co., Ltd.',
  address: '1 Yesi-ro, Seoul 00000',
  country: 'KR',
  contact: 'https://testhaus.example/contact',
};
const DE = {
  name: 'Testhaus GmbH',
  address: 'Musterstraße 1, 12345 Musterstadt',
  country: 'DE',
  contact: 'safety@testhaus.example',
};
const GB = { ...DE, name: 'Testhaus (UK) Ltd', address: '1 Example Street, Exampleton ZZ99 9ZZ', country: 'GB' };
const cell = ({ name, address, country, contact }: typeof KR) => [name, address, country, contact].join('; ');

const COLUMNS = ['Handle', 'Title', 'Variant Price', WARNINGS, MANUFACTURER, IN_EU, IN_GB, ORIGIN, BATCH];
const SERUM = ['serum', 'Serum', '12.90', 'Keep out of the reach of children.', cell(KR), cell(DE), cell(GB), 'KR'];
const csv = (...rows: string[][]) => fileWith(stringify([COLUMNS, ...rows]));

describeEachDialect('What a file says of safety and manufacturer', (open) => {
  afterAll(closeShops);

  it('is read from a CSV, and given back the same in either format, to an empty shop too', async () => {
    const shop = await emptyShop(open);
    const book = ['book', 'Book', '24.00', '', '', '', '', '', ''];
    const path = csv([...SERUM, 'On the base, after “LOT”.'], book);
    expect((await run(shop, path)).refused).toEqual([]);
    expect(await productOf(shop, 'serum')).toMatchObject({
      texts: { warnings: { EN: 'Keep out of the reach of children.' }, batchNote: { EN: 'On the base, after “LOT”.' } },
      manufacturer: KR,
      responsiblePersons: { EU: DE, GB },
      countryOfOrigin: 'KR',
    });
    expect(await productOf(shop, 'book')).toMatchObject({
      texts: { title: { EN: 'Book' } },
      manufacturer: null,
      responsiblePersons: {},
      countryOfOrigin: null,
    });
    const version = await versionOf(shop);
    expect((await run(shop, path)).summary).toMatchObject({ updated: 0, unchanged: 2 });
    for (const format of ['csv', 'jsonl'] as const) {
      const file = await exported(shop, format);
      expect((await run(shop, fileWith(file), { format })).summary).toMatchObject({ updated: 0, unchanged: 2 });
      const other = await emptyShop(open);
      await run(other, fileWith(file), { format });
      expect(await exported(other, format)).toBe(file);
      expect(await productOf(other, 'serum')).toEqual(await productOf(shop, 'serum'));
    }
    expect(await versionOf(shop)).toBe(version);
    const [row] = parse(await exported(shop), { columns: true }) as Record<string, string>[];
    expect(row).toMatchObject({ [MANUFACTURER]: cell(KR), [IN_EU]: cell(DE), [IN_GB]: cell(GB), [ORIGIN]: 'KR' });
    const [line = ''] = (await exported(shop, 'jsonl')).split('\n');
    expect(JSON.parse(line)).toMatchObject({ manufacturer: KR, responsiblePersons: { EU: DE, GB } });
  });

  it('is changed by a CSV only in the columns and the language that it has, and taken away by an empty cell', async () => {
    const shop = await emptyShop(open);
    await run(shop, csv([...SERUM, 'On the base.']));
    const german = [
      ['Handle', 'Title', WARNINGS, IN_GB],
      ['serum', 'Serum', 'Für Kinder unzugänglich aufbewahren.', ''],
    ];
    const { summary } = await run(shop, fileWith(stringify(german)), { language: 'DE' });
    expect(summary).toMatchObject({ updated: 1, refused: 0 });
    expect(await productOf(shop, 'serum')).toMatchObject({
      texts: {
        warnings: { EN: 'Keep out of the reach of children.', DE: 'Für Kinder unzugänglich aufbewahren.' },
        batchNote: { EN: 'On the base.' },
      },
      manufacturer: KR,
      countryOfOrigin: 'KR',
    });
    expect((await productOf(shop, 'serum'))?.responsiblePersons).toEqual({ EU: DE });
    const line = JSON.stringify({ handle: 'serum', title: 'Serum', variants: [{ prices: { EUR: 1290 } }] });
    await run(shop, fileWith(line), { format: 'jsonl' });
    expect(await productOf(shop, 'serum')).toMatchObject({ manufacturer: null, responsiblePersons: {} });
  });

  it('refuses its product with line and reason where a company or country is none', async () => {
    const shop = await emptyShop(open);
    const row = (handle: string, manufacturer: string, origin = '') => [
      ...[handle, handle, '1.00', '', manufacturer, '', '', origin, ''],
    ];
    const wrong = await run(
      shop,
      csv(
        row('short', 'Testhaus GmbH; Musterstadt; DE'),
        row('nowhere', cell({ ...DE, country: 'QQ' })),
        row('unreachable', cell({ ...DE, contact: 'by letter' })),
        row('script', cell({ ...DE, contact: 'javascript://x/%0aalert(1)' })),
        row('origin', '', 'Korea'),
        row('fine', cell(DE), 'de'),
      ),
    );
    expect(wrong.refused.map(({ line, reason }) => [line, reason?.replace(/^.*?\)/, '')])).toEqual([
      [2, expect.stringMatching(/^: name, address, country and contact are wanted/)],
      [3, ".country: a country's code of two letters, such as DE, is wanted."],
      [4, '.contact: an e-mail address or an https address is wanted.'],
      [5, '.contact: an http or https address is wanted.'],
      [6, ": a country's code of two letters, such as DE, is wanted."],
    ]);
    expect((await productOf(shop, 'fine'))?.countryOfOrigin).toBe('DE');
    const json = (fields: object) =>
      JSON.stringify({ handle: 'json', title: 'J', variants: [{ prices: {} }], ...fields });
    const lines = [
      json({ manufacturer: { ...DE, name: 'A; B' } }),
      json({ responsiblePersons: { FR: DE } }),
      json({ responsiblePersons: { EU: { name: 'Testhaus' } } }),
    ];
    const second = await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' });
    expect(second.refused.map(({ reason }) => reason)).toEqual([
      'manufacturer.name: a text without semicolons is wanted.',
      'responsiblePersons.FR: there is no such field.',
      'responsiblePersons.EU.address: a text is wanted.',
    ]);
  });
});
