import type { ProductFilter } from '@barrier/schema/catalog/product.args.ts';
import type { ProductSort } from '@barrier/schema/catalog/vocabulary.ts';
import { PublicError } from '../../platform/errors.ts';
import { type Cursor, decodeCursor, encodeCursor, ORDERS, type OrderName } from './index/cursor.ts';
import type { ProductOrder } from './index/product-order.ts';
import { Selection } from './index/select-products.ts';
import { type SlotPage, walkOrder, walkScores } from './index/walk-order.ts';
import type { Locale } from './locale.ts';
import type { ProductIndex } from './product-index.ts';
import type { SearchHits } from './search/product-search.ts';

/** What a list is asked for. */
export interface ProductRequest {
  readonly query?: string | null;
  /** Whether the query is still being typed. */
  readonly typing?: boolean;
  readonly filter?: ProductFilter | null;
  readonly sort?: ProductSort | null;
  readonly first: number;
  readonly after?: string | null;
}

/** A page of a list by slots, and the selection its facets are counted from. */
export interface FoundProducts extends SlotPage {
  readonly selection: Selection;
  /** The cursor of a slot on this page. */
  cursorOf(slot: number): string;
}

/** Most products on a page. */
const MOST_FIRST = 100;

/** Longest query that is looked at, in characters. */
const LONGEST_QUERY = 200;

/**
 * Finds a page of what a market sells.
 * @throws {PublicError} BAD_USER_INPUT if `first` is not 1 to 100, `query` is too long or `after` is no cursor of this list.
 */
export function findProducts(index: ProductIndex, locale: Locale, request: ProductRequest): FoundProducts {
  const { first } = request;
  if (first < 1 || first > MOST_FIRST) throw new PublicError('BAD_USER_INPUT', `first: it must be 1 to ${MOST_FIRST}.`);
  const query = request.query?.trim() ?? '';
  if (query.length > LONGEST_QUERY) {
    throw new PublicError('BAD_USER_INPUT', `query: it must have at most ${LONGEST_QUERY} characters.`);
  }
  const filter = request.filter ?? {};
  const shelf = index.shelf(locale.mkt);
  const hits = query === '' ? null : index.searchable().find(query, locale.lang, shelf.set, request.typing ?? false);
  const always = [...(hits ? [hits.products] : []), ...(filter.inStock ? [index.inStock] : [])];
  const selection = new Selection(index, shelf, locale, filter, always);
  const sort = request.sort ?? 'RELEVANCE';
  return hits && sort === 'RELEVANCE'
    ? byMatch(selection, hits, first, request.after)
    : byOrder(selection, listOrder(index, locale, sort), first, request.after);
}

/** An order that a list can be walked in. */
interface ListOrder {
  readonly name: OrderName;
  readonly order: ProductOrder;
  readonly backwards: boolean;
}

function listOrder({ orders }: ProductIndex, { lang, mkt }: Locale, sort: ProductSort): ListOrder {
  const prices = orders.prices[mkt] as ProductOrder;
  switch (sort) {
    case 'RELEVANCE':
      return { name: ORDERS.CATALOGUE, order: orders.catalogue, backwards: false };
    case 'NEWEST':
      return { name: ORDERS.NEWEST, order: orders.created, backwards: true };
    case 'PRICE_ASC':
      return { name: ORDERS.PRICE_ASC, order: prices, backwards: false };
    case 'PRICE_DESC':
      return { name: ORDERS.PRICE_DESC, order: prices, backwards: true };
    case 'TITLE':
      return { name: ORDERS.TITLE, order: orders.titlesIn(lang), backwards: false };
  }
}

function byOrder(
  selection: Selection,
  list: ListOrder,
  first: number,
  after: string | null | undefined,
): FoundProducts {
  const { name, order, backwards } = list;
  const cursor = after == null ? null : decodeCursor(name, after);
  const page = walkOrder(order, selection.products, startOf(list, cursor), first, backwards);
  return {
    ...page,
    selection,
    cursorOf: (slot) => encodeCursor(name, { key: order.keyAt(slot), id: idOf(selection, slot) }),
  };
}

function startOf({ order, backwards }: ListOrder, cursor: Cursor | null): number {
  if (!cursor) return backwards ? order.slots.length - 1 : 0;
  return backwards ? order.from(cursor.key, cursor.id) - 1 : order.after(cursor.key, cursor.id);
}

function byMatch(
  selection: Selection,
  hits: SearchHits,
  first: number,
  after: string | null | undefined,
): FoundProducts {
  const order = selection.index.orders.catalogue;
  const cursor = after == null ? null : decodeCursor(ORDERS.MATCH, after);
  const from = cursor && { score: cursor.key as number, place: order.after(0, cursor.id) };
  const page = walkScores(order, selection.products, hits.scores, first, from);
  return {
    ...page,
    selection,
    cursorOf: (slot) => encodeCursor(ORDERS.MATCH, { key: hits.scores[slot] as number, id: idOf(selection, slot) }),
  };
}

function idOf({ index }: Selection, slot: number): string {
  return index.products[slot]?.id ?? '';
}
