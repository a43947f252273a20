import type { Page, Request } from 'playwright-core';

/** A request as it left the browser: all of it that somebody could read. */
export interface Recorded {
  readonly what: string;
  readonly headers: string;
}

/** Writes down every request of a page's context from now on; `data:` and `blob:` go nowhere. */
export function record(page: Page): { all: () => Promise<Recorded[]> } {
  const requests: Request[] = [];
  page.context().on('request', (request) => {
    if (/^https?:/.test(request.url())) requests.push(request);
  });
  return {
    all: () =>
      Promise.all(
        requests.map(async (request) => ({
          what: `${request.method()} ${request.url()} ${request.postData() ?? ''}`,
          headers: JSON.stringify(await request.allHeaders()),
        })),
      ),
  };
}
