import { afterAll, beforeAll, expect, it } from 'vitest';
import { PUBLIC_PAGES } from '../harness/public-pages.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';

let shop: RunningShop;
beforeAll(async () => {
  shop = await startShop();
});
afterAll(() => shop?.dispose());

interface Entry {
  readonly [name: string]: unknown;
  readonly '@type': string;
}

const htmlAt = async (path: string) => (await fetch(`${shop.url}${path}`)).text();
const unescapeHtml = (text = '') => text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
const contentOf = (html: string, property: string) =>
  unescapeHtml(new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`).exec(html)?.[1]);
const canonicalOf = (html: string) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];

/** What a page says in schema.org's words, as a crawler without JavaScript reads it. */
function entriesIn(html: string): Entry[] {
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
  return blocks.flatMap(([, text = '']) => {
    const block = JSON.parse(text) as Entry & { '@context': string; '@graph'?: Entry[] };
    expect(block['@context']).toBe('https://schema.org');
    return block['@graph'] ?? [block];
  });
}

/** So many addresses pass for each product that is opened: every language has its turn, and the test does not take long. */
const STRIDE = 10;

it('The addresses of the sitemap answer pages of their own that may be listed, in each language', async () => {
  const robots = await htmlAt('/robots.txt');
  expect(robots).toContain(`Sitemap: ${shop.url}/sitemap.xml`);
  const blocked = [...robots.matchAll(/^Disallow: (.*)$/gm)].map(
    ([, path = '']) => new RegExp(`^${path.replaceAll('*', '.*')}`),
  );
  const xml = await htmlAt('/sitemap.xml');
  const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => address);
  expect(addresses.length).toBeGreaterThan(300);
  expect(new Set(addresses).size).toBe(addresses.length);
  const titles = new Map<string, string>();
  for (const address of addresses.filter((one, at) => !/\/(products|ingredients)\//.test(one) || at % STRIDE === 0)) {
    const answer = await fetch(address, { redirect: 'manual' });
    const html = await answer.text();
    expect(answer.status, address).toBe(200);
    expect(contentOf(html, 'robots'), address).toBe('');
    expect(blocked.filter((pattern) => pattern.test(new URL(address).pathname))).toEqual([]);
    expect(canonicalOf(html)).toBe(address);
    for (const tag of ['en', 'de', 'zh-Hans', 'x-default']) expect(html).toContain(`hrefLang="${tag}"`);
    const language = new URL(address).pathname.slice(1, 3);
    const title = `${language} ${/<title>([^<]*)</.exec(html)?.[1]}`;
    expect(titles.get(title), `${address} has the title of another page`).toBeUndefined();
    titles.set(title, address);
  }
  // What may be listed is: an address that the sitemap lacks says so itself.
  for (const path of PUBLIC_PAGES.filter((page) => !page.includes('?'))) {
    const canonical = canonicalOf(await htmlAt(`/en${path}`));
    if (canonical) expect(addresses).toContain(canonical);
  }
});

it.each(['en', 'de', 'zh'])(
  'A product in %s tells its price, stock, number and brand without a script',
  async (language) => {
    const path = `/${language}/products/dew-gel-cleanser`;
    const html = await htmlAt(path);
    const [product, ...others] = entriesIn(html).filter(({ '@type': type }) => type.startsWith('Product'));
    expect(others).toEqual([]);
    expect(product?.url).toBe(shop.url + path);
    expect((product?.brand as Entry | undefined)?.name).toMatch(/\w/);
    const sold = (product?.hasVariant as Entry[] | undefined) ?? [product];
    for (const one of sold) {
      expect(one?.['@type']).toBe('Product');
      expect(one?.gtin).toMatch(/^\d{13}$/);
      expect(one?.sku).toMatch(/\w/);
      const offer = one?.offers as Entry | undefined;
      expect(offer).toMatchObject({ priceCurrency: language === 'zh' ? 'CNY' : 'EUR', url: shop.url + path });
      expect(offer?.price).toMatch(/^\d+\.\d{2}$/);
      expect(offer?.availability).toMatch(/^https:\/\/schema\.org\/(InStock|LimitedAvailability|OutOfStock)$/);
    }
    const trail = entriesIn(html).find(({ '@type': type }) => type === 'BreadcrumbList');
    const steps = trail?.itemListElement as { position: number; name: string; item?: string }[];
    expect(steps.map(({ position }) => position)).toEqual(steps.map((_, at) => at + 1));
    for (const { item } of steps.slice(0, -1)) expect((await fetch(item ?? '')).status, item).toBe(200);
    expect(steps.at(-1)).toMatchObject({ name: product?.name });
  },
);

it('The front tells the name of the site, how it is searched, and who is behind it', async () => {
  const entries = entriesIn(await htmlAt('/en/'));
  const site = entries.find(({ '@type': type }) => type === 'WebSite');
  const company = entries.find(({ '@type': type }) => type === 'OnlineStore');
  expect(site).toMatchObject({ name: 'Barrier', publisher: { '@id': company?.['@id'] } });
  const search = site?.potentialAction as { target: { urlTemplate: string } } | undefined;
  const found = await fetch((search?.target.urlTemplate ?? '').replace('{search_term_string}', 'hyaluron'));
  expect(await found.text()).toMatch(/<h1[^>]*>[^<]*hyaluron/i);
  const logo = await fetch(String(company?.logo));
  expect(logo.headers.get('content-type')).toBe('image/png');
});

it.each(PUBLIC_PAGES)('%s looks well when it is shared, and names icons that there are', async (path) => {
  const html = await htmlAt(`/de${path}`);
  expect(contentOf(html, 'og:title')).toMatch(/\S/);
  expect(contentOf(html, 'og:description')).toMatch(/\w{3}/);
  expect(contentOf(html, 'og:locale')).toBe('de_DE');
  const picture = await fetch(contentOf(html, 'og:image'));
  expect(picture.headers.get('content-type')).toMatch(/^image\//);
  expect(html.match(/<meta name="theme-color"/g)).toHaveLength(2);
  const manifest = (await (await fetch(`${shop.url}/manifest.webmanifest`)).json()) as { icons: { src: string }[] };
  const touch = /<link rel="apple-touch-icon" href="([^"]*)"/.exec(html)?.[1];
  for (const icon of [...manifest.icons.map(({ src }) => src), touch]) {
    expect((await fetch(`${shop.url}${icon}`)).headers.get('content-type'), icon).toMatch(/^image\//);
  }
});
