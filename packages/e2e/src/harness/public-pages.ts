/** Every kind of page that anybody may open, below the language: `/en` + path. */
export const PUBLIC_PAGES = [
  '/',
  '/shop',
  '/shop?concern=redness',
  '/collections/serum',
  '/products/dew-gel-cleanser',
  '/search?q=hyaluron',
  '/checkout',
  '/checkout/return',
  '/checkout/cancelled',
  '/track',
  '/privacy',
  '/data',
  '/terms',
  '/imprint',
  '/withdrawal',
] as const;
