import type { ComparedProductQuery } from '../../generated/graphql.ts';

/** A product as it is compared. */
export type ComparedProduct = NonNullable<ComparedProductQuery['product']>;

/** The most products that are compared at once: as many as a phone has room for side by side. */
export const MOST_COMPARED = 3;

/** The products that an address asks to compare, each once. */
export function comparedSlugs(search: URLSearchParams): string[] {
  const named = (search.get('products') ?? '').split(',').filter((slug) => /^[\w-]{1,128}$/.test(slug));
  return [...new Set(named)].slice(0, MOST_COMPARED);
}

/** The address that compares these products. */
export function comparePath(slugs: readonly string[], onlyDifferent = false): string {
  const asked = slugs.length === 0 ? [] : [`products=${slugs.join(',')}`];
  if (onlyDifferent) asked.push('only=different');
  return asked.length === 0 ? '/compare' : `/compare?${asked.join('&')}`;
}

/** One property of the products, each with what it has of it. */
export interface ComparedRow<Key extends string> {
  readonly key: Key;
  readonly cells: readonly (readonly string[])[];
}

/** Whether the products differ in a property; the order of what they have does not count. */
export function differs({ cells }: Pick<ComparedRow<string>, 'cells'>): boolean {
  const written = cells.map((cell) => JSON.stringify([...cell].sort()));
  return new Set(written).size > 1;
}

/** What only one of several products has of a property. */
export function onlyHere({ cells }: Pick<ComparedRow<string>, 'cells'>, at: number): ReadonlySet<string> {
  const elsewhere = new Set(cells.flatMap((cell, other) => (other === at ? [] : cell)));
  return new Set(cells.length < 2 ? [] : (cells[at] ?? []).filter((value) => !elsewhere.has(value)));
}
