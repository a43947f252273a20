import { Category } from './category.ts';
import type { Purpose } from './purpose.ts';

/** The three answers of an access decision. */
export type Answer = 'REVEAL' | 'MASK' | 'DENY';

/**
 * Who asks, as far as the access matrix tells viewers apart. `subject` is whoever has proven to be the person the data
 * is about, signed in or by a link that carries the right; a visitor is anybody else.
 */
export type ViewerKind =
  | 'visitor'
  | 'subject'
  | 'system'
  | 'staff:support'
  | 'staff:fulfilment'
  | 'staff:privacy-officer'
  | 'partner:logistics'
  | 'partner:payment';

type Row = Partial<Record<Purpose, Answer>>;

const allCategories = Object.values(Category);

/** Viewer × category × purpose → answer. What does not stand here is denied (P1.2, P3.2, P4.2, P5.2). */
const MATRIX: Readonly<Record<ViewerKind, Partial<Record<Category, Row>>>> = {
  visitor: {},
  subject: Object.fromEntries(allCategories.map((category) => [category, { DATA_RIGHTS: 'REVEAL' }])),
  system: {
    NAME: { DELIVERY: 'REVEAL', ORDER_PROCESSING: 'REVEAL', LEGAL_OBLIGATION: 'REVEAL' },
    EMAIL: { ORDER_PROCESSING: 'REVEAL', PRODUCT_NEWS: 'REVEAL', DATA_RIGHTS: 'REVEAL', SECURITY: 'REVEAL' },
    PHONE: { DELIVERY: 'REVEAL' },
    DELIVERY_ADDRESS: { DELIVERY: 'REVEAL', ORDER_PROCESSING: 'REVEAL', LEGAL_OBLIGATION: 'REVEAL' },
    ORDER_RECORD: { ORDER_PROCESSING: 'REVEAL', PAYMENT: 'REVEAL', LEGAL_OBLIGATION: 'REVEAL' },
    PAYMENT_REFERENCE: { PAYMENT: 'REVEAL', ORDER_PROCESSING: 'REVEAL' },
    MESSAGE: { ORDER_PROCESSING: 'REVEAL', PRODUCT_NEWS: 'REVEAL', DATA_RIGHTS: 'REVEAL', SECURITY: 'REVEAL' },
    CREDENTIAL: { SECURITY: 'REVEAL' },
    // The way to unsubscribe, which each mail of news carries.
    CONSENT: { PRODUCT_NEWS: 'REVEAL' },
    PREFERENCE: { ORDER_PROCESSING: 'REVEAL' },
  },
  'staff:support': {
    NAME: { CUSTOMER_SERVICE: 'MASK', AFTER_SALES: 'MASK' },
    EMAIL: { CUSTOMER_SERVICE: 'MASK', AFTER_SALES: 'MASK' },
    PHONE: { CUSTOMER_SERVICE: 'MASK', AFTER_SALES: 'MASK' },
    DELIVERY_ADDRESS: { CUSTOMER_SERVICE: 'MASK', AFTER_SALES: 'MASK' },
    ORDER_RECORD: { CUSTOMER_SERVICE: 'MASK', AFTER_SALES: 'MASK' },
  },
  'staff:fulfilment': {
    NAME: { DELIVERY: 'MASK' },
    PHONE: { DELIVERY: 'MASK' },
    DELIVERY_ADDRESS: { DELIVERY: 'MASK' },
    ORDER_RECORD: { DELIVERY: 'MASK' },
  },
  'staff:privacy-officer': {},
  'partner:logistics': {
    NAME: { DELIVERY: 'REVEAL' },
    PHONE: { DELIVERY: 'REVEAL' },
    DELIVERY_ADDRESS: { DELIVERY: 'REVEAL' },
  },
  'partner:payment': { PAYMENT_REFERENCE: { PAYMENT: 'REVEAL' } },
};

/** The answer for a viewer who wants a value of a category for a purpose; deny by default. */
export function answerFor(viewer: ViewerKind, category: Category, purpose: Purpose): Answer {
  return MATRIX[viewer][category]?.[purpose] ?? 'DENY';
}

/** The whole matrix, row by row, for documents and tests. */
export function matrixRows(): { viewer: ViewerKind; category: Category; purpose: Purpose; answer: Answer }[] {
  return (Object.keys(MATRIX) as ViewerKind[]).flatMap((viewer) =>
    (Object.entries(MATRIX[viewer]) as [Category, Row][]).flatMap(([category, row]) =>
      (Object.entries(row) as [Purpose, Answer][]).map(([purpose, answer]) => ({ viewer, category, purpose, answer })),
    ),
  );
}
