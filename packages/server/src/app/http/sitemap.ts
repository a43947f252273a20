/** A language of the site: the first segment of its addresses, and its tag as hreflang writes it. */
export interface SiteLanguage {
  readonly segment: string;
  readonly tag: string;
}

/** Pages of one file. With an entry for each language it stays far below the 50,000 addresses and 50 MB of the protocol. */
const PAGES_PER_FILE = 5_000;

const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap (sitemaps.org) over paths without their language: one file, or an index of several. */
export class Sitemap {
  constructor(
    private readonly publicUrl: string,
    private readonly languages: readonly SiteLanguage[],
    private readonly paths: readonly string[],
  ) {}

  /** How many files the pages take. */
  get files(): number {
    return Math.max(1, Math.ceil(this.paths.length / PAGES_PER_FILE));
  }

  /** What stands at `/sitemap.xml`. */
  root(): string {
    if (this.files === 1) return this.file(1);
    const entries = Array.from(
      { length: this.files },
      (_, at) => `<sitemap><loc>${escapeXml(`${this.publicUrl}/sitemap-${at + 1}.xml`)}</loc></sitemap>\n`,
    );
    return `${OPEN}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join('')}</sitemapindex>\n`;
  }

  /** One of its files, counted from 1: each page in each language, with its address in the others. */
  file(number: number): string {
    const pages = this.paths.slice((number - 1) * PAGES_PER_FILE, number * PAGES_PER_FILE);
    const entries = pages.map((path) => this.entriesOf(path));
    return `${OPEN}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('')}</urlset>\n`;
  }

  private entriesOf(path: string): string {
    const addresses = this.languages.map(({ segment, tag }) => ({
      tag,
      address: escapeXml(`${this.publicUrl}/${segment}${path}`),
    }));
    const alternates = [...addresses, { tag: 'x-default', address: addresses[0]?.address ?? '' }]
      .map(({ tag, address }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${address}"/>`)
      .join('');
    return addresses.map(({ address }) => `<url><loc>${address}</loc>${alternates}</url>\n`).join('');
  }
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
