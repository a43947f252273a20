import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import type { RunningShop } from './start-shop.ts';

/** The widths at which the shop is looked at: a phone and a desk (interface, "Surfaces"). */
export const WIDTHS = { phone: { width: 360, height: 780 }, desk: { width: 1440, height: 900 } } as const;

/**
 * Starts the headless Chromium that comes as an npm package; nothing has to be installed on the machine. The arguments
 * that the package suggests are left out: they switch off the web's own protections, which are under test here.
 */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromiumPath(),
    headless: true,
    // As root, as in most CI containers, Chromium's own sandbox does not start.
    chromiumSandbox: false,
    args: ['--disable-dev-shm-usage', '--font-render-hinting=none', ...more],
  });
}

/** A page that keeps book of everything that must not happen: console errors, failed scripts or requests, foreign hosts. */
export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong so far; a journey ends with expecting it empty. */
  readonly complaints: string[];
}

/** Opens a page on the shop; every page of its context, and every request they make, is watched. */
export async function openPage(
  browser: Browser,
  shop: RunningShop,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  // Movement is a matter of taste, and nothing here may hang on when it ends.
  const context = await browser.newContext({ baseURL: shop.url, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const allowed = [shop.url, shop.institutionUrl].map((url) => new URL(url).origin);
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`));
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !allowed.includes(origin)) complaints.push(`foreign host: ${origin}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`status ${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that is left stops what it was still fetching.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`);
  });
  return { page: await context.newPage(), context, complaints };
}

/** Goes to a page and waits until it is awake, which its first question to the shop tells: a click before that finds no listener. */
export async function visit(page: Page, path: string): Promise<void> {
  await Promise.all([page.waitForResponse('**/graphql'), page.goto(path)]);
}
