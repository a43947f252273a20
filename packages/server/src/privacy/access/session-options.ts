import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { AccessReason } from '../access-log/access-event.ts';
import type { Viewer } from './viewer.ts';

/** What an operation states about itself. */
export interface SessionOptions {
  readonly viewer: Viewer;
  /** Stated by staff, partners and the system, who see nothing without it; a subject always looks by right (DATA_RIGHTS). */
  readonly purpose?: Purpose;
  readonly reason?: AccessReason;
  readonly caseId?: string | null;
}

/** The reason that goes without saying, by kind of viewer. */
export const USUAL_REASON: Readonly<Record<Viewer['kind'], AccessReason>> = {
  visitor: AccessReason.OWN_VIEW,
  customer: AccessReason.OWN_VIEW,
  staff: AccessReason.CASE,
  partner: AccessReason.SHIPMENT,
  system: AccessReason.ORDER_WORK,
};
