/** How somebody proved that they are the subject: by the link to their order, by a code mailed to them (D16), or by signing in. */
export type ProofMeans = 'LINK' | 'CODE' | 'SESSION';

/** A subject that somebody has proven to be. */
export interface SubjectProof {
  readonly subjectId: string;
  readonly by: ProofMeans;
}

/** The roles that staff can have; an administrator appoints, and sees nothing personal (D24). */
export type StaffRole = 'support' | 'fulfilment' | 'privacy-officer' | 'administrator';

/** Anybody who is not signed in; a right to see something comes from a proof. */
export interface VisitorViewer {
  readonly kind: 'visitor';
  readonly proofs?: readonly SubjectProof[];
}

/** A signed-in customer: a person, and the subjects linked to them after proof (D5). */
export interface CustomerViewer {
  readonly kind: 'customer';
  readonly personId: string;
  readonly subjectIds: readonly string[];
  /** What the operation has proven besides, as that of an order whose link it came with. */
  readonly proofs?: readonly SubjectProof[];
}

/** A staff member; values are revealed only within an assigned case (P4.2). */
export interface StaffViewer {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly role: StaffRole;
  readonly caseId?: string;
}

/** A partner's token. */
export interface PartnerViewer {
  readonly kind: 'partner';
  readonly partnerId: string;
  readonly recipient: 'logistics' | 'payment';
  readonly scopes: readonly string[];
  /** The subjects of the partner's own shipments or payments (P5.2). */
  readonly subjectIds: readonly string[];
}

/** The program itself: a mail, a job. */
export interface SystemViewer {
  readonly kind: 'system';
  /** What it does, from a fixed set in the code, such as `order-confirmation-mail`. */
  readonly task: string;
}

/** Who asks. */
export type Viewer = VisitorViewer | CustomerViewer | StaffViewer | PartnerViewer | SystemViewer;
