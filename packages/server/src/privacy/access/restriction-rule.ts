import type { ViewerKind } from '@barrier/schema/privacy/access-matrix.ts';
import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';

/**
 * What data under restriction (GDPR, article 18) may still be opened for, besides being stored: its own person looks at it, they sign in and are
 * written to about their rights, and what the law requires is done. It takes away from the access matrix and adds nothing to it; whoever does
 * not stand here, such as staff and partners, is not even shown that a value exists.
 */
const STILL_OPEN: Readonly<Partial<Record<ViewerKind, readonly Purpose[]>>> = {
  subject: ['DATA_RIGHTS'],
  system: ['DATA_RIGHTS', 'SECURITY', 'LEGAL_OBLIGATION'],
};

/** Whether a restriction leaves a viewer what the access matrix gives them. */
export function isOpenDespiteRestriction(viewer: ViewerKind, category: Category, purpose: Purpose): boolean {
  if (STILL_OPEN[viewer]?.includes(purpose)) return true;
  // Money that is owed back goes back: a claim of the person's own (article 18(2)). The reference says nothing but which payment it was.
  return viewer === 'system' && category === 'PAYMENT_REFERENCE' && purpose === 'PAYMENT';
}
