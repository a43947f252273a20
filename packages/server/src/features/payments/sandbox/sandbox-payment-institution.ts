import { createSecretKey } from 'node:crypto';
import {
  InstitutionError,
  type InstitutionSession,
  type PaymentInstitution,
  type RefundState,
  type SessionState,
} from '../payment-institution.ts';
import { verifyWebhookSignature } from '../verify-webhook-signature.ts';
import { askInstitution, type InstitutionAnswer } from './ask-institution.ts';
import { readSandboxEvent } from './read-sandbox-event.ts';

/** How the sandbox institution is reached. */
export interface SandboxOptions {
  /** Its origin, such as `http://127.0.0.1:4001`. */
  readonly url: string;
  readonly apiKey: string;
  readonly webhookSecret: string;
  /** Key of the agreement with it in the egress register. */
  readonly agreementKey?: string;
  /** Longest wait for an answer, in ms. */
  readonly timeoutMs?: number;
  /** Whether it is known to run; while it is not, nothing is sent to its address, where a stranger may be by now. */
  readonly isThere?: () => boolean;
}

const TIMEOUT_MS = 5_000;

const SESSION_STATES: Readonly<Record<string, SessionState>> = {
  OPEN: 'OPEN',
  PROCESSING: 'OPEN',
  SUCCEEDED: 'PAID',
  PARTIALLY_REFUNDED: 'PAID',
  REFUNDED: 'PAID_BACK',
  EXPIRED: 'EXPIRED',
  CANCELLED: 'CANCELLED',
};

const REFUND_STATES: Readonly<Record<string, RefundState>> = {
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  PENDING: 'PENDING',
};

/** The sandbox institution behind the port. Requests carry no cookie and no referer: it is another company (D14). */
export function createSandboxPaymentInstitution(options: SandboxOptions): PaymentInstitution {
  const { url, apiKey, webhookSecret, agreementKey = 'sandbox-payment-institution' } = options;
  const webhookKey = createSecretKey(webhookSecret, 'utf8');
  const { timeoutMs = TIMEOUT_MS, isThere = () => true } = options;

  async function call(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    idempotencyKey?: string,
  ): Promise<InstitutionAnswer> {
    if (!isThere()) throw new InstitutionError('INSTITUTION_UNREACHABLE', 'The payment institution is not running.');
    return askInstitution({
      method,
      address: `${url}${path}`,
      apiKey,
      timeoutMs,
      ...(body ? { body } : {}),
      ...(idempotencyKey ? { idempotencyKey } : {}),
    });
  }

  async function stateOf(answer: Promise<InstitutionAnswer>): Promise<SessionState> {
    const { status, body } = await answer;
    if (status === 404) return 'UNKNOWN';
    const state = status === 200 ? SESSION_STATES[String(body.state)] : undefined;
    if (!state) throw refused({ status, body });
    return state;
  }

  return {
    agreementKey,
    createSession: async ({ idempotencyKey, expiresAt, ...payment }): Promise<InstitutionSession | null> => {
      const request = { ...payment, expiresAt: expiresAt.toISOString() };
      const answer = await call('POST', '/v1/sessions', request, idempotencyKey);
      // 400: the request itself is refused, such as one whose time is over; a session under its key would have been answered.
      if (answer.status === 400) return null;
      const { id, url: page, state } = answer.body;
      const known = SESSION_STATES[String(state)];
      if (answer.status !== 201 || typeof id !== 'string' || typeof page !== 'string' || !known) throw refused(answer);
      return { sessionId: id, url: page, state: known };
    },
    expireSession: (sessionId) => stateOf(call('POST', `/v1/sessions/${encodeURIComponent(sessionId)}/expire`)),
    getSession: (sessionId) => stateOf(call('GET', `/v1/sessions/${encodeURIComponent(sessionId)}`)),
    refund: async ({ sessionId, amount, idempotencyKey }) => {
      const path = `/v1/sessions/${encodeURIComponent(sessionId)}/refunds`;
      const answer = await call('POST', path, { amount }, idempotencyKey);
      // 409: it holds no payment that could be sent back; a person has to look, repeating it does not help.
      if (answer.status === 409) return 'FAILED';
      const state = answer.status === 201 ? REFUND_STATES[String(answer.body.state)] : undefined;
      if (!state) throw refused(answer);
      return state;
    },
    verifyWebhook: (rawBody, signature, now) => {
      const verdict = verifyWebhookSignature(webhookKey, rawBody, signature, now);
      if (verdict !== 'VALID') return verdict;
      return readSandboxEvent(rawBody) ?? 'MALFORMED';
    },
  };
}

function refused({ status, body }: InstitutionAnswer): InstitutionError {
  const { code } = (body.error ?? {}) as { code?: unknown };
  const reason = typeof code === 'string' && /^[a-z_]{1,64}$/.test(code) ? code : 'an answer that is not understood';
  return new InstitutionError('INSTITUTION_REFUSED', `The payment institution refused (${status}): ${reason}.`);
}
