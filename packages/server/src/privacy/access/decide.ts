import { type Answer, answerFor, type ViewerKind } from '@barrier/schema/privacy/access-matrix.ts';
import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { isOpenDespiteRestriction } from './restriction-rule.ts';
import type { ProofMeans, Viewer } from './viewer.ts';

/** Whom a decision is about. */
export interface DecidedSubject {
  readonly id: string;
  /** Whether their data is under restriction: kept, and used for next to nothing. */
  readonly restricted: boolean;
}

/**
 * Whether a viewer may see a subject's values of a category for a purpose, by the schema's access matrix; deny by default.
 * The proof by a link reveals nothing but that values exist: contact data only after a mailed code (D16). Staff need an
 * assigned case for a reveal (P4.2), a partner sees the subjects of their own shipments or payments alone (P5.2). What is under restriction
 * is closed to nearly everybody but its own person.
 */
export function decide(viewer: Viewer, category: Category, purpose: Purpose, subject: DecidedSubject): Answer {
  const { kind, proof } = standingOf(viewer, subject.id);
  if (subject.restricted && !isOpenDespiteRestriction(kind, category, purpose)) return 'DENY';
  const answer = answerFor(kind, category, purpose);
  if (answer !== 'REVEAL') return answer;
  if (proof === 'LINK') return 'MASK';
  if (viewer.kind === 'staff' && viewer.caseId === undefined) return 'MASK';
  if (viewer.kind === 'partner' && !viewer.subjectIds.includes(subject.id)) return 'DENY';
  return 'REVEAL';
}

/** Whether it matters to a decision that the subject is under restriction; where it does not, nobody need ask. */
export function dependsOnRestriction(viewer: Viewer, category: Category, purpose: Purpose, id: string): boolean {
  const open = decide(viewer, category, purpose, { id, restricted: false });
  return open !== decide(viewer, category, purpose, { id, restricted: true });
}

/** Who each viewer of the matrix is, and what `decide` asks of them besides its rows. */
export const VIEWERS_IN_WORDS: Readonly<Record<ViewerKind, string>> = {
  visitor: 'Anybody, as long as they have proven nothing. Administrators of the staff are visitors here, too.',
  subject:
    'Whoever has proven to be the person that the data is about. The link of an order alone shows masks; the code mailed to the address of the order reveals.',
  system: 'Programs of the shop itself: a mail, a job, the hand-over to a third party.',
  'staff:support': 'Who answers customers. Nothing is revealed without an assigned case (P4.2).',
  'staff:fulfilment': 'Who packs parcels. Nothing is revealed without an assigned case (P4.2).',
  'staff:privacy-officer': 'Who answers requests about data and watches over the rest.',
  'partner:logistics': 'The carrier. It sees the people of its own shipments alone (P5.2).',
  'partner:payment': 'The payment institution. It sees the people of its own payments alone (P5.2).',
};

/** A role that the matrix does not name is a visitor to it. */
function standingOf(viewer: Viewer, subjectId: string): { kind: ViewerKind; proof?: ProofMeans } {
  switch (viewer.kind) {
    case 'customer':
    case 'visitor': {
      if (viewer.kind === 'customer' && viewer.subjectIds.includes(subjectId)) return { kind: 'subject' };
      const proofs = (viewer.proofs ?? []).filter((proof) => proof.subjectId === subjectId);
      if (proofs.length === 0) return { kind: 'visitor' };
      return { kind: 'subject', proof: proofs.find(({ by }) => by !== 'LINK')?.by ?? 'LINK' };
    }
    case 'staff':
      return { kind: viewer.role === 'administrator' ? 'visitor' : `staff:${viewer.role}` };
    case 'partner':
      return { kind: `partner:${viewer.recipient}` };
    case 'system':
      return { kind: 'system' };
  }
}
