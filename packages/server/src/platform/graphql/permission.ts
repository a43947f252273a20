import { allow, type and, rule } from 'graphql-shield';
import { PublicError } from '../errors.ts';

/** A rule of graphql-shield, or several joined by its `and`, `or`, `not`. */
export type ShieldRule = Parameters<typeof and>[0];

/** The kinds of schema that exist: each viewer is served the one made for its audience, and cannot name what is not in it (D17). */
export type Audience = 'public' | 'staff' | 'partner';

/** Who may see a root field or object type in their schema, and the rule that each request must pass. */
export interface Permission {
  readonly audiences: readonly Audience[];
  readonly rule: ShieldRule;
  /** The same in words, as docs/permissions.md says it. */
  readonly sentence: string;
}

/** A feature's permissions: one for each object type, one for each field of the root types. */
export interface PermissionTable {
  readonly Query?: Readonly<Record<string, Permission>>;
  readonly Mutation?: Readonly<Record<string, Permission>>;
  readonly Subscription?: Readonly<Record<string, Permission>>;
  readonly types?: Readonly<Record<string, Permission>>;
}

/** Everyone may, in every schema. */
export const everyone: Permission = {
  audiences: ['public', 'staff', 'partner'],
  rule: allow,
  sentence: 'Everyone may: visitors, customers, staff and partners.',
};

/** Visitors and customers of the shop may; staff and partners have no such field. */
export const shoppers: Permission = {
  audiences: ['public'],
  rule: allow,
  sentence: 'Visitors and customers of the shop may.',
};

/** Customers of the shop may: whoever is signed in, each for themselves. */
export const customers: Permission = {
  audiences: ['public'],
  rule: rule({ cache: 'contextual' })(
    (_parent, _args, { viewer }: { viewer: { kind: string } }) =>
      viewer.kind === 'customer' || new PublicError('UNAUTHENTICATED', 'Please sign in first.'),
  ),
  sentence: 'Customers of the shop may, each for themselves; they are signed in.',
};
