import { catalogPermissions } from '../features/catalog/catalog.permissions.ts';
import { CatalogResolver } from '../features/catalog/catalog.resolver.ts';
import { dataMapPermissions } from '../features/privacy-policy/data-map.permissions.ts';
import { DataMapResolver } from '../features/privacy-policy/data-map.resolver.ts';
import type { PermissionTable } from '../platform/graphql/permission.ts';

/** The resolvers of every feature. */
export const RESOLVERS: readonly NewableFunction[] = [CatalogResolver, DataMapResolver];

/** The permissions of every feature; a test holds that each root field and object type has one. */
export const PERMISSIONS: readonly PermissionTable[] = [catalogPermissions, dataMapPermissions];
