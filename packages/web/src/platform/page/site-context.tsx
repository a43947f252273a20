import { createContext, use } from 'react';

/** What a page knows of the site and of the request it answers. */
export interface Site {
  /** Where the shop is reached, without a trailing slash; canonical and hreflang links need whole addresses. */
  readonly publicUrl: string;
  /** The status the server answers with; a page that finds nothing sets it while it renders. */
  readonly response: { status: number };
}

/** Gives the site to everything below. */
export const SiteContext = createContext<Site | null>(null);

/** The site and the request. */
export function useSite(): Site {
  const site = use(SiteContext);
  if (!site) throw new Error('useSite is used outside SiteContext.');
  return site;
}
