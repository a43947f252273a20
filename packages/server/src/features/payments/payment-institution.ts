/** Where a session stands at the institution, as far as the shop must know. */
export type SessionState =
  /** It can be paid, or is being paid. */
  | 'OPEN'
  | 'PAID'
  | 'PAID_BACK'
  | 'CANCELLED'
  | 'EXPIRED'
  /** The institution knows no such session: it cannot be paid. */
  | 'UNKNOWN';

/** All that the institution is told of a payment; nothing personal (P5.2). */
export interface SessionRequest {
  /** A repetition under the same key gives the same session. */
  readonly idempotencyKey: string;
  /** Minor units of `currency`. */
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
  readonly returnUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
}

/** A session that was opened, or opened before under the same key. */
export interface InstitutionSession {
  readonly sessionId: string;
  /** The page on which the customer pays. */
  readonly url: string;
  readonly state: SessionState;
}

/** A sum to be sent back. */
export interface RefundRequest {
  readonly sessionId: string;
  /** Minor units. */
  readonly amount: number;
  readonly idempotencyKey: string;
}

/** What becomes of a refund. */
export type RefundState = 'SUCCEEDED' | 'PENDING' | 'FAILED';

/** What a webhook reports. `OTHER` needs nothing done, such as a declined card. */
export type InstitutionEventType = 'SUCCEEDED' | 'CANCELLED' | 'EXPIRED' | 'PAID_BACK' | 'PAY_BACK_FAILED' | 'OTHER';

/** A webhook whose signature holds. */
export interface InstitutionEvent {
  /** Unique; a repetition has the same. */
  readonly id: string;
  readonly type: InstitutionEventType;
  readonly sessionId: string;
  readonly reference: string;
  /** Minor units of `currency`. */
  readonly amount: number;
  readonly currency: string;
}

/** Why a webhook is refused: its signature does not hold, it is too old, or it says nothing that is known. */
export type WebhookRefusal = 'FORGED' | 'STALE' | 'MALFORMED';

/** `INSTITUTION_UNREACHABLE`: no answer, it may have acted. `INSTITUTION_REFUSED`: it answered that it will not. */
export type InstitutionErrorCode = 'INSTITUTION_UNREACHABLE' | 'INSTITUTION_REFUSED';

/** Something went wrong with the institution; the message holds its error code at most. */
export class InstitutionError extends Error {
  override readonly name = 'InstitutionError';

  constructor(
    readonly code: InstitutionErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** A payment institution, whichever it is. All but `verifyWebhook` throw {@link InstitutionError}. */
export interface PaymentInstitution {
  /** Key of the agreement with it in the egress register. */
  readonly agreementKey: string;
  /** Opens a session; null if the institution refuses it for good and so has none under this key. */
  createSession(request: SessionRequest): Promise<InstitutionSession | null>;
  /** Ends a session unless it was paid, and answers how it really stands; after this it is paid or can never be (D15). */
  expireSession(sessionId: string): Promise<SessionState>;
  /** Answers how a session stands. */
  getSession(sessionId: string): Promise<SessionState>;
  /** Sends money back. */
  refund(request: RefundRequest): Promise<RefundState>;
  /** Checks a webhook's signature over its raw bytes before anything in it is looked at. */
  verifyWebhook(rawBody: Buffer, signature: string | undefined, now: Date): InstitutionEvent | WebhookRefusal;
}
