import { ApiError, notFound } from '../api-error.ts';
import { sameSecret } from '../identifiers.ts';
import type { Institution } from '../institution.ts';
import { createSession } from '../sessions/create-session.ts';
import { expireSession } from '../sessions/expire-session.ts';
import { answerOnce, type IdempotentAnswer, readIdempotencyKey } from '../sessions/idempotency.ts';
import { refundSession } from '../sessions/refund-session.ts';
import { readRefundAmount, readSessionRequest } from '../sessions/session-request.ts';
import { findSession, type Session } from '../sessions/session-store.ts';
import { type HttpAnswer, jsonAnswer } from './http-answer.ts';
import { type HttpRequest, readJson } from './http-request.ts';
import { refundView, sessionView } from './session-view.ts';

/** What the merchant's routes need besides the institution. */
export type MerchantAccess = {
  apiKey: string;
  /** Counts for `GET /v1/diagnostics`. */
  diagnostics: () => Record<string, unknown>;
};

/** Answers what a merchant asks under `/v1`; throws {@link ApiError}. The key is checked before anything is looked up. */
export async function answerMerchant(
  institution: Institution,
  access: MerchantAccess,
  request: HttpRequest,
): Promise<HttpAnswer> {
  requireKey(request, access.apiKey);
  const [, collection, id, act, ...rest] = request.path;
  if (rest.length > 0) throw notFound();
  const is = (method: string, name: string, hasId: boolean, wanted?: string): boolean =>
    request.method === method && collection === name && (id !== undefined) === hasId && act === wanted;

  if (is('GET', 'diagnostics', false)) return jsonAnswer(200, JSON.stringify(access.diagnostics()));
  if (is('POST', 'sessions', false)) return openSession(institution, request);
  if (id === undefined) throw notFound();
  if (is('GET', 'sessions', true)) return showSession(institution, findSession(institution.database, id));
  if (is('POST', 'sessions', true, 'expire')) return showSession(institution, expireSession(institution, id));
  if (is('POST', 'sessions', true, 'refunds')) return refund(institution, request, id);
  throw notFound();
}

async function openSession(institution: Institution, request: HttpRequest): Promise<HttpAnswer> {
  const body = await readJson(request);
  const now = institution.now();
  const key = readIdempotencyKey(header(request, 'idempotency-key'));
  const answer = answerOnce(institution.database, { scope: 'sessions', key, content: body, now }, () => {
    const session = createSession(institution, readSessionRequest(body, institution.returnOrigins, now));
    return JSON.stringify(sessionView(institution, session));
  });
  return created(answer);
}

async function refund(institution: Institution, request: HttpRequest, id: string): Promise<HttpAnswer> {
  const amount = readRefundAmount(await readJson(request));
  const key = readIdempotencyKey(header(request, 'idempotency-key'));
  if (key === undefined) {
    throw new ApiError(
      400,
      'idempotency_key_required',
      'A refund needs an Idempotency-Key, so that it is never made twice.',
    );
  }
  const once = { scope: `refunds ${id}`, key, content: amount, now: institution.now() };
  const answer = answerOnce(institution.database, once, () => {
    const done = refundSession(institution, id, amount);
    return JSON.stringify(refundView(done.refund, done.session));
  });
  return created(answer);
}

function showSession(institution: Institution, session: Session | undefined): HttpAnswer {
  if (session === undefined) throw notFound();
  return jsonAnswer(200, JSON.stringify(sessionView(institution, session)));
}

function created({ body, replayed }: IdempotentAnswer): HttpAnswer {
  return jsonAnswer(201, body, replayed ? { 'Idempotent-Replayed': 'true' } : {});
}

function requireKey(request: HttpRequest, apiKey: string): void {
  const given = /^Bearer (\S+)$/.exec(header(request, 'authorization') ?? '')?.[1];
  if (given === undefined || !sameSecret(given, apiKey)) {
    throw new ApiError(401, 'unauthenticated', 'The Authorization header carries no valid key.');
  }
}

function header(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
