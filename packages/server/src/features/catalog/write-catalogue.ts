import type { Bus } from '../../platform/bus/bus.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Store } from '../../platform/orm/store.ts';
import { canonicalJson } from './canonical-json.ts';
import type { LocalisedText } from './localised-text.ts';
import { mergeDraft, type ProductDraft } from './product-draft.ts';
import { catalogueTables, readCatalogueVersion } from './read-catalogue-rows.ts';
import { changedGroups, changedIngredients, storeGroups, storeIngredients } from './store-groups.ts';
import { type ProductToStore, readStoredProducts, storeProducts } from './store-products.ts';

/** What writing the catalogue needs. */
export interface CatalogueWriter {
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
}

/** An ingredient as it is written. */
export interface IngredientData {
  readonly slug: string;
  readonly inci: string;
  readonly commonName: LocalisedText;
  readonly explanation: LocalisedText;
  readonly functions: readonly string[];
  readonly origin: string | null;
  readonly avoidWith: readonly string[];
}

/** A category or collection as it is written. */
export interface GroupData {
  readonly handle: string;
  readonly kind: 'CATEGORY' | 'COLLECTION';
  readonly position: number;
  readonly title: LocalisedText;
  readonly description: LocalisedText;
}

/** What is to be written; each handle once. */
export interface CatalogueChange {
  readonly products?: readonly ProductDraft[];
  readonly ingredients?: readonly IngredientData[];
  readonly groups?: readonly GroupData[];
}

/** What became of a product, group or ingredient. */
export type Outcome = 'CREATED' | 'UPDATED' | 'UNCHANGED';

/** What was written. */
export interface WrittenCatalogue {
  /** The version of the catalogue afterwards; as before if nothing changed. */
  readonly version: number;
  /** By handle. */
  readonly products: ReadonlyMap<string, Outcome>;
  /** By handle. */
  readonly groups: ReadonlyMap<string, Outcome>;
  /** By slug. */
  readonly ingredients: ReadonlyMap<string, Outcome>;
}

const STATE = 1;

/**
 * Writes products, ingredients and groups in one transaction. What does not differ from what is stored is left alone;
 * if anything does, the catalogue's version rises by one and every process is told (D10).
 * @param dryRun finds out what would be written and writes nothing.
 */
export async function writeCatalogue(
  { store, bus, clock }: CatalogueWriter,
  change: CatalogueChange,
  { dryRun = false } = {},
): Promise<WrittenCatalogue> {
  const before = await readCatalogueVersion(store.em.fork());
  const written = await store.em.fork().transactional(async (em): Promise<WrittenCatalogue> => {
    const version = dryRun ? before : await lockVersion(em);
    const stored = await readStoredProducts(
      em,
      (change.products ?? []).map(({ handle }) => handle),
      !dryRun,
    );
    const outcomes = new Map<string, Outcome>();
    const changed: ProductToStore[] = [];
    for (const draft of change.products ?? []) {
      const old = stored.get(draft.handle) ?? null;
      const { data, sameVariants } = mergeDraft(draft, old?.data ?? null);
      const same = old !== null && canonicalJson(old.data) === canonicalJson(data);
      outcomes.set(draft.handle, same ? 'UNCHANGED' : old ? 'UPDATED' : 'CREATED');
      if (!same) changed.push({ handle: draft.handle, before: old, data, sameVariants });
    }
    const ingredients = await changedIngredients(em, change.ingredients ?? []);
    const groups = await changedGroups(em, change.groups ?? []);
    const became = { products: outcomes, groups: groups.outcomes, ingredients: ingredients.outcomes };
    const changes = changed.length + ingredients.changed.length + groups.changed.length;
    if (dryRun || changes === 0) return { version, ...became };
    await storeIngredients(em, ingredients.changed, version + 1);
    await storeGroups(em, groups.changed, version + 1);
    await storeProducts(em, changed, version + 1, clock.now());
    await setVersion(em, version + 1);
    return { version: version + 1, ...became };
  });
  if (!dryRun && written.version > before) await bus.publish('catalogue-changed', { version: written.version });
  return written;
}

/** Raises the catalogue's version for what was changed by other means than a write; answers the new one. */
export function raiseVersion(store: Store): Promise<number> {
  return store.em.fork().transactional(async (em) => {
    const version = (await lockVersion(em)) + 1;
    await setVersion(em, version);
    return version;
  });
}

/** Sets the catalogue's version, within the transaction that `lockVersion` began. */
export async function setVersion(em: Store['em'], version: number): Promise<void> {
  await catalogueTables(em).updateTable('catalogue_state').set({ version }).where('id', '=', STATE).execute();
}

/** Takes the lock that lets catalogue writes follow each other, so that versions are committed in order. */
export async function lockVersion(em: Store['em']): Promise<number> {
  const state = catalogueTables(em);
  await state
    .insertInto('catalogue_state')
    .values({ id: STATE, version: 0 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const row = await state
    .updateTable('catalogue_state')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', STATE)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}
