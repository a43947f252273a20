import { defineEntity, p } from '@mikro-orm/core';

export const BookShuffleSchema = defineEntity({
  name: 'BookShuffle',
  tableName: 'book_shuffle',
  properties: {
    /** There is one row, 1. */
    id: p.integer().primary().autoincrement(false),
    /** Rows of the ledgers from this day on are shuffled together; ISO 8601 date. */
    day: p.string().length(10),
    /** PostgreSQL: the oldest transaction that may have written since that day began (`xid8`); null on SQLite. */
    since: p.string().length(20).nullable(),
    /** PostgreSQL: the shuffle that closed the day before (`xid8`), whose rows are done with; null on SQLite. */
    begunBy: p.string().length(20).nullable(),
    /** PostgreSQL: the transaction of the last shuffle (`xid8`); null on SQLite. */
    shuffledBy: p.string().length(20).nullable(),
  },
});

/** How far the books are shuffled (decision 011). */
export class BookShuffle extends BookShuffleSchema.class {}
BookShuffleSchema.setClass(BookShuffle);
