import lighthouse, { type Result } from 'lighthouse';
import Trace from 'lighthouse/core/gather/gatherers/trace.js';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { freePort } from './start-shop.ts';

/** What Lighthouse is to look at. */
export interface Audit {
  readonly categories: readonly string[];
  /** Audits that a page is meant to fail. */
  readonly without?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser that Lighthouse can steer. */
export interface AuditBrowser {
  /** Runs Lighthouse with its preset for phones. @throws when the page cannot be loaded. */
  audit(url: string, audit: Audit): Promise<Result>;
  close(): Promise<void>;
}

/** It counts the web features that a page uses, which no category here asks for, and takes the packed Chromium down. */
const FATAL_CATEGORY = 'blink.webdx_feature_usage';
const categories = Trace.getDefaultTraceCategories().filter((category) => category !== FATAL_CATEGORY);
Trace.getDefaultTraceCategories = () => categories;

/** Opens a browser for Lighthouse; it audits one page after another. */
export async function openAuditBrowser(): Promise<AuditBrowser> {
  const port = await freePort();
  const browser: Browser = await openBrowser([`--remote-debugging-port=${port}`]);
  return {
    audit: async (url, { categories, without = [], headers = {} }) => {
      const run = await lighthouse(url, {
        port,
        logLevel: 'error',
        formFactor: 'mobile',
        onlyCategories: [...categories],
        skipAudits: [...without],
        extraHeaders: { ...headers },
        disableFullPageScreenshot: true,
      });
      if (!run) throw new Error(`Lighthouse has no result for ${url}.`);
      const { runtimeError } = run.lhr;
      if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
      return run.lhr;
    },
    close: () => browser.close(),
  };
}
