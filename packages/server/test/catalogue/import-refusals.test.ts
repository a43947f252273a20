import { stringify } from 'csv-stringify/sync';
import { afterAll, expect, it } from 'vitest';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import { COLUMNS, closeShops, emptyShop, exported, fileWith, productOf, run } from './importing.ts';

describeEachDialect('What an import refuses', (open, dialect) => {
  afterAll(closeShops);

  it('refuses lines and descriptions that are too long in either format, with their line, and takes the others', async () => {
    const shop = await emptyShop(open);
    const long = 'x'.repeat(5_100_000);
    const body = 'y'.repeat(100_001);
    const csv = `${COLUMNS}\none,One,,1.00,\ntwo,Two,${long},1.00,\nthree,Three,${body},1.00,\nfour,Four,,1.00,\n`;
    const { refused, summary } = await run(shop, fileWith(csv));
    expect(refused.map(({ line, handle }) => [line, handle])).toEqual([
      [3, 'two'],
      [4, 'three'],
    ]);
    expect(refused.map(({ reason }) => reason)).toEqual([
      'The line is too long: at most 5000000 characters are allowed.',
      'Body (HTML): at most 100000 characters are allowed.',
    ]);
    expect(summary.created).toBe(2);
    const json = (handle: string, description: string) =>
      JSON.stringify({ handle, title: handle, description, variants: [{ prices: { EUR: 100 } }] });
    const lines = [json('five', long), json('six', body), json('seven', 'Short.')].join('\n');
    const second = await run(shop, fileWith(lines), { format: 'jsonl' });
    expect(second.refused.map(({ line, handle }) => [line, handle])).toEqual([
      [1, 'five'],
      [2, 'six'],
    ]);
  });

  it('refuses a row with a price in another currency than its column, whatever market that is of', async () => {
    const shop = await emptyShop(open);
    const lines = [
      'Handle,Title,Variant Price,Price / United Kingdom,Price / United States,Compare At Price / China',
      'own,Own,€ 12.90,£11.00,US$ 14.00,199.00 元',
      'francs,Francs,CHF 12.90,,,',
      'swapped,Swapped,12.90,$11.00,,',
      'euros-in-china,Euros In China,12.90,,,EUR 15.00',
      'nul,Nu\0l,12.90,,,',
      'plain,Plain,12.90,11,14,199',
    ];
    const { refused, summary } = await run(shop, fileWith(lines.join('\n')));
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'Variant Price: an amount in EUR is wanted; "CHF" is no sign of that.'],
      [4, 'Price / United Kingdom: an amount in GBP is wanted; "$" is no sign of that.'],
      [5, 'Compare At Price / China: an amount in CNY is wanted; "EUR" is no sign of that.'],
      [6, 'Title: the cell has a character that is none (\\u0000).'],
    ]);
    expect(summary.created).toBe(2);
    expect((await productOf(shop, 'own'))?.variants[0]).toMatchObject({
      prices: { EUR: 1290, GBP: 1100, USD: 1400 },
      compareAtPrices: { CNY: 19900 },
    });
    const dollars = ['Handle,Title,Variant Price,Price / Germany', 'a,A,€5,5', 'b,B,$5,€4', 'c,C,$5,$4'];
    const second = await run(shop, fileWith(dollars.join('\n')), { currency: 'USD' });
    expect(second.refused.map(({ handle }) => handle)).toEqual(['a', 'c']);
  });

  if (dialect === 'postgresql') return;

  it('refuses a description that grows too long when its HTML is cleaned, so that every export can be imported', async () => {
    const shop = await emptyShop(open);
    // Each opening tag gets the closing one that it lacks.
    const fits = '<b>'.repeat(14_000);
    const grows = '<b>'.repeat(20_000);
    const csv = `${COLUMNS}\nfits,Fits,${fits}a,1.00,\ngrows,Grows,${grows}a,1.00,\n`;
    const { refused } = await run(shop, fileWith(csv));
    expect(refused).toMatchObject([
      {
        line: 3,
        handle: 'grows',
        reason: 'Body (HTML): at most 100000 characters are allowed, and with its HTML closed it has 140001.',
      },
    ]);
    const json = JSON.stringify({
      handle: 'grows',
      title: 'Grows',
      description: { en: 'a', de: `${grows}a` },
      variants: [{ prices: { EUR: 100 } }],
    });
    const second = await run(shop, fileWith(json), { format: 'jsonl' });
    expect(second.refused.map(({ reason }) => reason)).toEqual([
      'description.de: at most 100000 characters are allowed, and with its HTML closed it has 140001.',
    ]);
    for (const format of ['csv', 'jsonl'] as const) {
      const again = await run(shop, fileWith(await exported(shop, format)), { format });
      expect([again.refused, again.summary.unchanged]).toEqual([[], 1]);
    }
  });

  it('refuses bad rows with line and reason, and takes everything else', async () => {
    const shop = await emptyShop(open);
    const lines = [
      `${COLUMNS},Option1 Name,Option1 Value`,
      'good-one,Good One,,12.90,https://example.com/1.jpg,,',
      'bad-price,Bad Price,,abc,,,',
      'second-row,Second Row,,10.00,,Size,S',
      'second-row,,,ten,,,M',
      'no-title,,,5.00,,,',
      'file-picture,File Picture,,5.00,file:///etc/passwd,,',
      'script-picture,Script Picture,,5.00,javascript:alert(1),,',
      'stray-quote,"Stray" Quote,,5.00,,,',
      'good-two,Good Two,,7.50,,,',
      'good-one,Good One Again,,1.00,,,',
      'good-three,"Good, ""Three""",,8,,,',
    ];
    const { summary, refused } = await run(shop, fileWith(lines.join('\n')));
    const says = (line: number, handle: string, reason: RegExp) => ({
      line,
      handle,
      outcome: 'REFUSED',
      reason: expect.stringMatching(reason) as unknown,
    });
    expect(refused).toEqual([
      says(3, 'bad-price', /^Variant Price: an amount/),
      says(4, 'second-row', /line 5/),
      says(5, 'second-row', /^Variant Price: an amount/),
      says(6, 'no-title', /^Title: a text is wanted/),
      says(7, 'file-picture', /^Image Src: an http or https address/),
      says(8, 'script-picture', /^Image Src: an http or https address/),
      says(9, 'stray-quote', /quotes of this line are wrong/),
      says(11, 'good-one', /line 2/),
    ]);
    expect(summary).toMatchObject({ created: 3, updated: 0, unchanged: 0, refused: 7, rows: 11 });
    expect((await productOf(shop, 'good-one'))?.variants[0]?.prices).toEqual({ EUR: 1290 });
    expect((await productOf(shop, 'good-three'))?.texts.title).toEqual({ EN: 'Good, "Three"' });
    expect(await productOf(shop, 'second-row')).toBeUndefined();
  });

  it('refuses a line of JSON that is none, or has an unknown currency, by its number', async () => {
    const shop = await emptyShop(open);
    const product = (handle: string, prices: object) =>
      JSON.stringify({ handle, title: 'Test', variants: [{ prices }] });
    const lines = [
      product('one', { EUR: 100 }),
      '{"handle":"broken","title":',
      '',
      product('francs', { CHF: 100 }),
      product('half', { EUR: 1.5 }),
      product('two', { USD: 200 }),
    ];
    const { summary, refused } = await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' });
    expect(refused.map(({ line, handle }) => [line, handle])).toEqual([
      [2, 'broken'],
      [4, 'francs'],
      [5, 'half'],
    ]);
    expect(refused[0]?.reason).toMatch(/JSON/);
    expect(refused[1]?.reason).toMatch(/CHF/);
    expect(refused[2]?.reason).toMatch(/EUR/);
    expect(summary).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: 3, rows: 5 });
  });

  it('takes everything out of a description that could run or reach another host', async () => {
    const shop = await emptyShop(open);
    const body = [
      '<p onclick="alert(1)" style="background:url(https://evil.example/a)">Kept</p>',
      '<script>alert(2)</script><style>p{}</style><iframe src="https://evil.example"></iframe>',
      '<img src=x onerror=alert(3)><svg onload=alert(4)></svg><form action="https://evil.example"><input></form>',
      '<a href="javascript:alert(5)">one</a><a href="JaVa\tScript:alert(6)">two</a><a href="data:text/html,x">three</a>',
      '<a href="//evil.example" onmouseover="alert(7)">four</a><a href="https://example.com/care">five</a>',
      '<scr<script>ipt>alert(8)</scr</script>ipt><p>Kept too',
    ].join('\n');
    const text = stringify([COLUMNS.split(','), ['hostile', 'Hostile', body, '1.00', '']]);
    expect((await run(shop, fileWith(text))).summary.created).toBe(1);
    const html = (await productOf(shop, 'hostile'))?.texts.descriptionHtml?.EN ?? '';
    expect(html).toContain('<p>Kept</p>');
    expect(html).toContain('Kept too');
    expect(html).toContain('href="https://example.com/care"');
    expect(html).not.toMatch(/<(script|style|iframe|img|svg|form|input)/i);
    expect(html).not.toMatch(/<[^>]*(\son\w+=|style=|javascript:|data:|evil\.example)/i);
    const json = JSON.stringify({ handle: 'json', title: 'J', description: body, variants: [{ prices: {} }] });
    await run(shop, fileWith(json), { format: 'jsonl' });
    expect((await productOf(shop, 'json'))?.texts.descriptionHtml?.EN).toBe(html);
  });
});
