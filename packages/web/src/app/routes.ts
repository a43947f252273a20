import type { Route } from '../platform/page/page-module.ts';
import { accountRoutes } from '../surfaces/account/account-routes.ts';
import { LISTED_PATHS } from '../surfaces/shop/listed-paths.ts';
import { shopNotFound, shopRoutes } from '../surfaces/shop/shop-routes.ts';

/** Every page of the site, by surface; server and browser match the same table. */
export const ROUTES: readonly Route[] = [...shopRoutes, ...accountRoutes(shopNotFound.layout)];

/** What answers an address that no route matches. */
export const NOT_FOUND: Route = shopNotFound;

/** What a search engine may list: addresses of single pages, and patterns of pages that the catalogue has many of. */
export const LISTED: readonly string[] = [
  ...LISTED_PATHS,
  ...shopRoutes.map(({ path }) => path).filter((path) => path.includes(':')),
];
