import type { Store } from '../../platform/orm/store.ts';
import { canonicalJson } from './canonical-json.ts';
import { type CollectionRow, catalogueTables, type IngredientRow, parsed } from './read-catalogue-rows.ts';
import { chunksOf, excluded } from './store-products.ts';
import type { GroupData, IngredientData, Outcome } from './write-catalogue.ts';

type EntityManager = Store['em'];

/** Those of some items that differ from what is stored, and what becomes of each by its key. */
export interface ChangedItems<Item> {
  readonly changed: readonly Item[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** Those of the ingredients that differ from what is stored. */
export async function changedIngredients(
  em: EntityManager,
  ingredients: readonly IngredientData[],
): Promise<ChangedItems<IngredientData>> {
  const stored = new Map<string, IngredientData>();
  for (const chunk of chunksOf(ingredients.map(({ slug }) => slug))) {
    const rows = await catalogueTables(em).selectFrom('ingredient').selectAll().where('slug', 'in', chunk).execute();
    for (const row of rows) stored.set(row.slug, ingredientData(row));
  }
  return compared(ingredients, ({ slug }) => slug, stored);
}

/** Those of the groups that differ from what is stored. */
export async function changedGroups(em: EntityManager, groups: readonly GroupData[]): Promise<ChangedItems<GroupData>> {
  const stored = new Map<string, GroupData>();
  for (const chunk of chunksOf(groups.map(({ handle }) => handle))) {
    const rows = await catalogueTables(em).selectFrom('collection').selectAll().where('handle', 'in', chunk).execute();
    for (const row of rows) stored.set(row.handle, groupData(row));
  }
  return compared(groups, ({ handle }) => handle, stored);
}

function compared<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  stored: ReadonlyMap<string, Item>,
): ChangedItems<Item> {
  const outcomes = new Map<string, Outcome>();
  const changed = items.filter((item) => {
    const before = stored.get(keyOf(item));
    const same = before !== undefined && canonicalJson(before) === canonicalJson(item);
    outcomes.set(keyOf(item), same ? 'UNCHANGED' : before === undefined ? 'CREATED' : 'UPDATED');
    return !same;
  });
  return { changed, outcomes };
}

/** Writes ingredients under a catalogue version. */
export async function storeIngredients(
  em: EntityManager,
  ingredients: readonly IngredientData[],
  version: number,
): Promise<void> {
  const rows = ingredients.map(
    (ingredient): IngredientRow => ({
      slug: ingredient.slug,
      inci: ingredient.inci,
      common_name: canonicalJson(ingredient.commonName),
      explanation: canonicalJson(ingredient.explanation),
      functions: canonicalJson(ingredient.functions),
      origin: ingredient.origin,
      avoid_with: canonicalJson(ingredient.avoidWith),
      catalogue_version: version,
    }),
  );
  for (const chunk of chunksOf(rows)) {
    await catalogueTables(em)
      .insertInto('ingredient')
      .values(chunk)
      .onConflict((conflict) => conflict.column('slug').doUpdateSet(excluded(chunk[0])))
      .execute();
  }
}

/** Writes categories and collections under a catalogue version. */
export async function storeGroups(em: EntityManager, groups: readonly GroupData[], version: number): Promise<void> {
  const rows = groups.map(
    (group): CollectionRow => ({
      handle: group.handle,
      kind: group.kind,
      position: group.position,
      title: canonicalJson(group.title),
      description: canonicalJson(group.description),
      catalogue_version: version,
    }),
  );
  for (const chunk of chunksOf(rows)) {
    await catalogueTables(em)
      .insertInto('collection')
      .values(chunk)
      .onConflict((conflict) => conflict.column('handle').doUpdateSet(excluded(chunk[0])))
      .execute();
  }
}

/** All categories and collections as they stand in the database, in their order. */
export async function readGroups(em: EntityManager): Promise<GroupData[]> {
  const rows = await catalogueTables(em).selectFrom('collection').selectAll().execute();
  // Sorted here, since databases differ in how they sort letters.
  return rows.map(groupData).sort((a, b) => a.position - b.position || (a.handle < b.handle ? -1 : 1));
}

/** All ingredients as they stand in the database, by slug. */
export async function readIngredients(em: EntityManager): Promise<IngredientData[]> {
  const rows = await catalogueTables(em).selectFrom('ingredient').selectAll().execute();
  return rows.map(ingredientData).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function ingredientData(row: IngredientRow): IngredientData {
  return {
    slug: row.slug,
    inci: row.inci,
    commonName: parsed(row.common_name),
    explanation: parsed(row.explanation),
    functions: parsed(row.functions),
    origin: row.origin,
    avoidWith: parsed(row.avoid_with),
  };
}

function groupData(row: CollectionRow): GroupData {
  return {
    handle: row.handle,
    kind: row.kind,
    position: row.position,
    title: parsed(row.title),
    description: parsed(row.description),
  };
}
