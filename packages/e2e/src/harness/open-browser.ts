import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';

/** The widths at which the shop is looked at: a phone and a desk (interface, "Surfaces"). */
export const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const;

/** Starts the headless Chromium that comes as an npm package; nothing has to be installed on the machine. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: chromium.args, headless: true });
}

/** A page that keeps book of everything that must not happen: console errors, failed scripts, requests to foreign hosts. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far; a journey ends with expecting it empty. */
  readonly complaints: string[];
}

/** Opens a page at a size; only `allowedOrigins` may be asked for anything. */
export async function openPage(
  browser: Browser,
  allowedOrigins: readonly string[],
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !allowedOrigins.includes(origin)) complaints.push(`foreign host: ${origin}`);
  });
  return { page, context, complaints };
}
