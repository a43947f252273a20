import type { ProductDraft } from '../product-draft.ts';
import type { GroupData, IngredientData } from '../write-catalogue.ts';
import type { GroupBook, GroupDraft } from './group-book.ts';
import type { IngredientBook } from './ingredient-book.ts';
import type { ReadProduct } from './product-from-rows.ts';
import type { Incoming, Refusal } from './read-incoming.ts';

/** What a file may refer to, and on which lines it has had what. */
export interface KnownNames {
  readonly groups: GroupBook;
  readonly ingredients: IngredientBook;
  readonly lines: Map<string, number>;
}

/** Something of a file that can be written as it is, or is refused. */
export type Checked = Incoming<
  ReadProduct | { readonly group: GroupData } | { readonly ingredient: IngredientData } | Refusal
>;

/**
 * Refuses what the file has had before or what refers to what there is not. Groups and ingredients that it takes are known
 * to the lines after them.
 */
export function checkIncoming(incoming: Incoming, known: KnownNames): Checked {
  const { kind, handle, lines, content } = incoming;
  const [line = 0] = lines;
  const name = `${kind} ${handle}`;
  const before = known.lines.get(name);
  if ('refused' in content) {
    // Rows that come later would be half a product.
    if (kind !== null && before === undefined) known.lines.set(name, line);
    return { ...incoming, content };
  }
  const rule = kind === 'product' ? '; the rows of a product must follow each other' : '';
  const reason = before === undefined ? whyNot(content, known) : `The handle stands on line ${before} already${rule}.`;
  if (reason !== null) return { ...incoming, content: { refused: { line, reason } } };
  known.lines.set(name, line);
  return { ...incoming, content: taken(content, known) };
}

type Accepted = Exclude<Incoming['content'], Refusal>;

function whyNot(content: Accepted, known: KnownNames): string | null {
  if ('group' in content) return whyNoGroup(content.group, known);
  return 'draft' in content ? whatIsMissing(content.draft, known) : null;
}

function taken(content: Accepted, { groups, ingredients }: KnownNames): Checked['content'] {
  if ('group' in content) return { group: groups.take(content.group) };
  if ('ingredient' in content) {
    ingredients.put(content.ingredient);
    return content;
  }
  return { groups: [], ingredients: [], ...content };
}

/** Products refer to a handle as that of a category or of a collection, so that it must stay one. */
function whyNoGroup({ handle, kind }: GroupDraft, { groups }: KnownNames): string | null {
  const other = groups.kindOf(handle);
  return other === null || other === kind
    ? null
    : `handle: "${handle}" is a ${other.toLowerCase()} already; the handles of both are one set.`;
}

function whatIsMissing({ category, collections, ingredients }: ProductDraft, known: KnownNames): string | null {
  if (category && known.groups.kindOf(category) !== 'CATEGORY') return `category: there is no category "${category}".`;
  const collection = collections?.find((one) => known.groups.kindOf(one) !== 'COLLECTION');
  if (collection !== undefined) return `collections: there is no collection "${collection}".`;
  const ingredient = ingredients?.find((one) => !known.ingredients.get(one));
  return ingredient === undefined ? null : `ingredients: there is no ingredient "${ingredient}".`;
}
