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
];

/** What answers an address that no route matches. */
export const shopNotFound: Route = route(
  '*',
  lazyModule('src/surfaces/shop/not-found-page.tsx', () => import('./not-found-page.tsx')),
);
