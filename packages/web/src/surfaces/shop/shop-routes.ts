import {
  type LayoutModule,
  type Lazy,
  lazyModule,
  type PageModule,
  type Route,
} from '../../platform/page/page-module.ts';

const layout = lazyModule<LayoutModule>('src/surfaces/shop/shop-layout.tsx', () => import('./shop-layout.tsx'));

const route = (path: string, page: Lazy<PageModule>): Route => ({ path, page, layout });

/** The pages of the shop. Each source stands here twice so that the server can announce its chunk; a test compares them. */
export const shopRoutes: readonly Route[] = [
  route(
    '/',
    lazyModule('src/surfaces/shop/home-page.tsx', () => import('./home-page.tsx')),
  ),
  route(
    '/shop',
    lazyModule('src/surfaces/shop/all-products-page.tsx', () => import('./all-products-page.tsx')),
  ),
  route(
    '/collections/:handle',
    lazyModule('src/surfaces/shop/collection-page.tsx', () => import('./collection-page.tsx')),
  ),
  route(
    '/products/:slug',
    lazyModule('src/surfaces/shop/product-page.tsx', () => import('./product-page.tsx')),
  ),
  route(
    '/ingredients',
    lazyModule('src/surfaces/shop/ingredients-page.tsx', () => import('./ingredients-page.tsx')),
  ),
  route(
    '/ingredients/:slug',
    lazyModule('src/surfaces/shop/ingredient-page.tsx', () => import('./ingredient-page.tsx')),
  ),
  route(
    '/compare',
    lazyModule('src/surfaces/shop/compare-page.tsx', () => import('./compare-page.tsx')),
  ),
  route(
    '/search',
    lazyModule('src/surfaces/shop/search-page.tsx', () => import('./search-page.tsx')),
  ),
  route(
    '/checkout',
    lazyModule('src/surfaces/shop/checkout-page.tsx', () => import('./checkout-page.tsx')),
  ),
  route(
    '/checkout/return',
    lazyModule('src/surfaces/shop/checkout-return-page.tsx', () => import('./checkout-return-page.tsx')),
  ),
  route(
    '/checkout/cancelled',
    lazyModule('src/surfaces/shop/checkout-cancelled-page.tsx', () => import('./checkout-cancelled-page.tsx')),
  ),
  route(
    '/track',
    lazyModule('src/surfaces/shop/track-page.tsx', () => import('./track-page.tsx')),
  ),
  route(
    '/unsubscribe',
    lazyModule('src/surfaces/shop/unsubscribe-page.tsx', () => import('./unsubscribe-page.tsx')),
  ),
  route(
    '/privacy',
    lazyModule('src/surfaces/shop/privacy-page.tsx', () => import('./privacy-page.tsx')),
  ),
  route(
    '/data',
    lazyModule('src/surfaces/shop/data-map-page.tsx', () => import('./data-map-page.tsx')),
  ),
  route(
    '/terms',
    lazyModule('src/surfaces/shop/terms-page.tsx', () => import('./terms-page.tsx')),
  ),
  route(
    '/imprint',
    lazyModule('src/surfaces/shop/imprint-page.tsx', () => import('./imprint-page.tsx')),
  ),
  route(
    '/withdrawal',
    lazyModule('src/surfaces/shop/withdrawal-page.tsx', () => import('./withdrawal-page.tsx')),
  ),
  route(
    '/skin',
    lazyModule('src/surfaces/shop/skin-page.tsx', () => import('./skin-page.tsx')),
  ),
  route(
    '/favourites',
    lazyModule('src/surfaces/shop/favourites-page.tsx', () => import('./favourites-page.tsx')),
  ),
  route(
    '/routine',
    lazyModule('src/surfaces/shop/routine-page.tsx', () => import('./routine-page.tsx')),
  ),
  route(
    '/empties',
    lazyModule('src/surfaces/shop/empties-page.tsx', () => import('./empties-page.tsx')),
  ),
  route(
    '/device',
    lazyModule('src/surfaces/shop/device-page.tsx', () => import('./device-page.tsx')),
  ),
];

/** What answers an address that no route matches. */
export const shopNotFound: Route = route(
  '*',
  lazyModule('src/surfaces/shop/not-found-page.tsx', () => import('./not-found-page.tsx')),
);
