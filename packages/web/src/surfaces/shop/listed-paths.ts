/** The pages that are of use to whoever comes from a search engine; those of one visitor alone say `unlisted`. */
export const LISTED_PATHS: readonly string[] = [
  '/',
  '/shop',
  '/ingredients',
  '/compare',
  '/skin',
  '/routine',
  '/privacy',
  '/data',
  '/terms',
  '/imprint',
  '/withdrawal',
];
