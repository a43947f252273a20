import { afterAll, expect, it } from 'vitest';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import { closeShops, emptyShop, exported, fileWith, namesOf, productOf, run } from './importing.ts';

describeEachDialect('What the products of a file refer to', (open, dialect) => {
  afterAll(closeShops);

  it('takes lines of groups and ingredients each by itself, and refuses by its number only what is wrong', async () => {
    const shop = await emptyShop(open);
    const product = (handle: string, fields: object) =>
      JSON.stringify({ handle, title: 'Test', variants: [{ prices: {} }], ...fields });
    const line = (type: string, fields: object) => JSON.stringify({ type, ...fields });
    const lines = [
      line('category', { handle: 'serums', title: { en: 'Serums', de: 'Seren' } }),
      line('collection', { handle: 'new-in', title: 'New in', position: 7, description: { zh: '新品' } }),
      line('collection', { handle: 'serums', title: 'Serums' }),
      line('category', { handle: 'broken', title: {} }),
      line('category', { handle: 'serums', title: 'Serums again' }),
      line('brand', { handle: 'testhaus' }),
      line('collection', { handle: 'last', title: 'Last' }),
      line('ingredient', { slug: 'aqua', inci: 'Aqua', commonName: 'Water' }),
      line('ingredient', { slug: 'x'.repeat(129), inci: 'X', commonName: 'X' }),
      line('ingredient', { slug: 'odd', inci: 'Odd', commonName: 'Odd', functions: ['MAGIC'] }),
      product('one', { type: 'product', category: 'serums', collections: ['new-in', 'last'], ingredients: ['aqua'] }),
      product('serums', {}),
      product('broken', {}),
      product('two', { category: 'new-in' }),
      product('three', { category: 'broken' }),
      product('four', { ingredients: ['odd'] }),
      product('nul', { title: 'a\0b' }),
      product('half', { vendor: '\ud83d' }),
      product('five', {}),
    ];
    const { summary, refused } = await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' });
    const says = (number: number, handle: string | null, reason: RegExp) => ({
      line: number,
      handle,
      outcome: 'REFUSED',
      reason: expect.stringMatching(reason) as unknown,
    });
    expect(refused).toEqual([
      says(3, 'serums', /^The handle stands on line 1 already/),
      says(4, 'broken', /^title: a text in at least one of/),
      says(5, 'serums', /^The handle stands on line 1 already/),
      says(6, 'testhaus', /^type: one of product, category, collection, ingredient is wanted/),
      says(9, 'x'.repeat(129), /^slug: at most 128/),
      says(10, 'odd', /^functions\[0\]: one of/),
      says(14, 'two', /^category: there is no category "new-in"/),
      says(15, 'three', /^category: there is no category "broken"/),
      says(16, 'four', /^ingredients: there is no ingredient "odd"/),
      says(17, 'nul', /character that is none/),
      says(18, 'half', /character that is none/),
    ]);
    expect(summary).toEqual({
      created: 4,
      updated: 0,
      unchanged: 0,
      refused: 11,
      rows: 19,
      groups: { created: 3, updated: 0, unchanged: 0 },
      ingredients: { created: 1, updated: 0, unchanged: 0 },
    });
    const { groups } = await namesOf(shop.store);
    expect(groups.map(({ handle, position }) => [handle, position])).toEqual([
      ['serums', 0],
      ['new-in', 7],
      ['last', 8],
    ]);

    const changes = [
      line('collection', { handle: 'serums', title: 'Serums' }),
      line('collection', { handle: 'new-in', title: 'Just in' }),
      line('category', { handle: 'serums', title: { en: 'Serums', de: 'Seren' } }),
    ];
    const second = await run(shop, fileWith(changes.join('\n')), { format: 'jsonl' });
    expect(second.refused).toEqual([says(1, 'serums', /^handle: "serums" is a category already/)]);
    expect(second.summary.groups).toEqual({ created: 0, updated: 1, unchanged: 1 });
    expect((await namesOf(shop.store)).groups[1]).toMatchObject({
      title: { EN: 'Just in' },
      position: 7,
      description: {},
    });
  });

  if (dialect === 'postgresql') return;

  it('makes the collections that a Shopify file names, one like a category too, in the order of the file', async () => {
    const shop = await emptyShop(open);
    const lines = [
      'Handle,Title,Type,Collection,Collections (product.metafields.barrier.collections),Variant Price',
      'bad,Bad,Never,Never,Never,x',
      'one,One,Summer,Summer,Winter Sale; Äther; ,1',
      'two,Two,summer,WINTER SALE,summer,1',
      'three,Three,Books,,,1',
      'four,Four,Books,,★,1',
    ];
    const { refused, summary } = await run(shop, fileWith(lines.join('\n')));
    expect(refused.map(({ handle }) => handle)).toEqual(['bad', 'four']);
    expect(summary.groups.created).toBe(5);
    const { groups } = await namesOf(shop.store);
    expect(groups.map(({ handle, kind, title }) => [handle, kind, title.EN])).toEqual([
      ['summer', 'CATEGORY', 'Summer'],
      ['winter-sale', 'COLLECTION', 'Winter Sale'],
      ['aether', 'COLLECTION', 'Äther'],
      ['summer-collection', 'COLLECTION', 'Summer'],
      ['books', 'CATEGORY', 'Books'],
    ]);
    expect(await productOf(shop, 'one')).toMatchObject({
      category: 'summer',
      collections: ['winter-sale', 'aether', 'summer-collection'],
    });
    expect(await productOf(shop, 'two')).toMatchObject({
      category: 'summer',
      collections: ['summer-collection', 'winter-sale'],
    });
    const file = await exported(shop);
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ updated: 0, unchanged: 3 });
    const other = await emptyShop(open);
    await run(other, fileWith(file));
    expect(await exported(other)).toBe(file);
  });

  it('calls a group by its handle in a CSV where its title would be taken for another', async () => {
    const shop = await emptyShop(open);
    const group = (handle: string, title: string) => JSON.stringify({ type: 'collection', handle, title });
    const names: [string, string][] = [
      ['a', 'Summer'],
      ['b', 'Summer!'],
      ['c', 'Hot; cold'],
      ['d', '★'],
      ['e', 'b'],
      ['f', 'Plain'],
    ];
    const lines = [
      ...names.map(([handle, title]) => group(handle, title)),
      JSON.stringify({
        handle: 'x',
        title: 'X',
        collections: names.map(([handle]) => handle),
        variants: [{ prices: {} }],
      }),
    ];
    expect((await run(shop, fileWith(lines.join('\n')), { format: 'jsonl' })).refused).toEqual([]);
    const file = await exported(shop);
    expect(file).toContain('a; b; c; d; e; Plain');
    expect((await run(shop, fileWith(file))).summary).toMatchObject({ unchanged: 1, groups: { created: 0 } });
    const other = await emptyShop(open);
    await run(other, fileWith(file));
    expect(await exported(other)).toBe(file);
  });
});
