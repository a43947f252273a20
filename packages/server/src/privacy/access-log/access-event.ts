import type { Purpose } from '@barrier/schema/privacy/purpose.ts';

/** Why a value was looked at; a closed list, so that no free text stands in the log (D8). */
export const AccessReason = {
  /** The subject looks at their own data. */
  OWN_VIEW: 'OWN_VIEW',
  /** An assigned case; the entry names it. */
  CASE: 'CASE',
  /** A parcel is packed or handed over; the case id names the shipment. */
  SHIPMENT: 'SHIPMENT',
  /** A mail is written or sent. */
  MAIL: 'MAIL',
  /** A payment or refund is settled. */
  PAYMENT: 'PAYMENT',
  /** Stock, lapse and the other work on an order. */
  ORDER_WORK: 'ORDER_WORK',
  /** An invoice or another record that the law asks for. */
  LEGAL_RECORD: 'LEGAL_RECORD',
  /** Somebody signs in, or is mailed a code to do so. */
  SIGN_IN: 'SIGN_IN',
  /** A request for information, correction or erasure is carried out. */
  DATA_REQUEST: 'DATA_REQUEST',
  /** An incident is looked into. */
  INCIDENT: 'INCIDENT',
} as const;
export type AccessReason = (typeof AccessReason)[keyof typeof AccessReason];

/** The kinds of viewer that the log tells apart. */
export type LoggedViewerKind = 'subject' | 'staff' | 'partner' | 'system';

/** One subject's part of one operation, as it is handed to the log. */
export interface AccessEvent {
  readonly subjectId: string;
  readonly viewerKind: LoggedViewerKind;
  /** Opaque id of the staff member or partner, the task of the system, null for the subject. */
  readonly viewerId: string | null;
  readonly role: string | null;
  readonly purpose: Purpose;
  readonly reason: AccessReason;
  readonly caseId: string | null;
  /** What was looked at, as coordinates of the schema or of an egress (`Order.email`, `egress:sandbox-carrier/order.phone`). */
  readonly coordinates: readonly string[];
}
