import type { Store } from '../../platform/orm/store.ts';
import { canonicalJson } from './canonical-json.ts';
import { type CollectionRow, catalogueTables, type IngredientRow, parsed } from './read-catalogue-rows.ts';
import { chunksOf, excluded } from './store-products.ts';
import type { GroupData, IngredientData } from './write-catalogue.ts';

type EntityManager = Store['em'];

/** Those of the ingredients that differ from what is stored. */
export async function changedIngredients(
  em: EntityManager,
  ingredients: readonly IngredientData[],
): Promise<IngredientData[]> {
  if (ingredients.length === 0) return [];
  const slugs = ingredients.map(({ slug }) => slug);
  const rows = await catalogueTables(em).selectFrom('ingredient').selectAll().where('slug', 'in', slugs).execute();
  const stored = new Map(rows.map((row) => [row.slug, canonicalJson(ingredientData(row))]));
  return ingredients.filter((ingredient) => stored.get(ingredient.slug) !== canonicalJson(ingredient));
}

/** Those of the groups that differ from what is stored. */
export async function changedGroups(em: EntityManager, groups: readonly GroupData[]): Promise<GroupData[]> {
  if (groups.length === 0) return [];
  const handles = groups.map(({ handle }) => handle);
  const rows = await catalogueTables(em).selectFrom('collection').selectAll().where('handle', 'in', handles).execute();
  const stored = new Map(rows.map((row) => [row.handle, canonicalJson(groupData(row))]));
  return groups.filter((group) => stored.get(group.handle) !== canonicalJson(group));
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

/** All categories and collections as they stand in the database. */
export async function readGroups(em: EntityManager): Promise<GroupData[]> {
  const rows = await catalogueTables(em)
    .selectFrom('collection')
    .selectAll()
    .orderBy('position')
    .orderBy('handle')
    .execute();
  return rows.map(groupData);
}

/** The slugs of all ingredients. */
export async function readIngredientSlugs(em: EntityManager): Promise<Set<string>> {
  const rows = await catalogueTables(em).selectFrom('ingredient').select('slug').execute();
  return new Set(rows.map(({ slug }) => slug));
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
