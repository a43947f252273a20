import type { Route } from '../platform/page/page-module.ts';
import { shopNotFound, shopRoutes } from '../surfaces/shop/shop-routes.ts';

/** Every page of the site, by surface; server and browser match the same table. */
export const ROUTES: readonly Route[] = [...shopRoutes];

/** What answers an address that no route matches. */
export const NOT_FOUND: Route = shopNotFound;
