import type { PermissionTable } from '../platform/graphql/permission.ts';

/** The resolvers of every feature. */
export const RESOLVERS: readonly NewableFunction[] = [];

/** The permissions of every feature; a test holds that each root field and object type has one. */
export const PERMISSIONS: readonly PermissionTable[] = [];
