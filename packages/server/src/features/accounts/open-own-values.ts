import type { Category } from '@barrier/schema/privacy/category.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import type { AccountContext } from './account-context.ts';

/** A value of the customer's own, and where it is asked for. */
export interface OwnValue<T> {
  readonly sealed: Sealed<T>;
  readonly category: Category;
  /** Of the schema, such as `Customer.email`. */
  readonly coordinate: string;
}

/** Opens values of the customer who is signed in, to compare them with what they change, against one entry in the access log. */
export async function openOwnValues<T extends Readonly<Record<string, OwnValue<unknown>>>>(
  { core, viewer }: Pick<AccountContext, 'core' | 'viewer'>,
  subjectId: string,
  values: T,
): Promise<{ [Key in keyof T]: T[Key] extends OwnValue<infer Value> ? Value : never }> {
  const items = Object.values(values).map(({ category, coordinate }) => ({ subjectId, category, coordinate }));
  const grants = await grantAccess(core, { viewer, purpose: 'DATA_RIGHTS', reason: 'OWN_VIEW', items });
  const opened = Object.entries(values).map(([key, { sealed, category }]) => [
    key,
    core.vault.open(sealed, grants.for(subjectId, category)),
  ]);
  return Object.fromEntries(opened) as never;
}
