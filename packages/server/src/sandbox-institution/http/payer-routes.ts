import { sameSecret } from '../identifiers.ts';
import type { Institution } from '../institution.ts';
import { chooseLanguage, type Language } from '../page/choose-language.ts';
import { pageHeaders, pageHeadersFor } from '../page/page-headers.ts';
import { type PaymentPageOptions, paymentPage } from '../page/payment-page.ts';
import { homePage, notFoundPage, statusPage } from '../page/status-page.ts';
import { cancelSession } from '../sessions/cancel-session.ts';
import { readCard, readCardInput } from '../sessions/card-details.ts';
import { MOST_ATTEMPTS, paySession } from '../sessions/pay-session.ts';
import { findSession, type Session } from '../sessions/session-store.ts';
import { groupDigits, testCardNamed } from '../sessions/test-cards.ts';
import { type HttpAnswer, redirectAnswer } from './http-answer.ts';
import { type HttpRequest, readForm } from './http-request.ts';

/** Answers the root: there is no payment, and the page says where one comes from. */
export function answerHome(request: HttpRequest): HttpAnswer {
  const language = chooseLanguage(request.query.get('lang'), request.headers['accept-language']);
  return { status: 200, headers: pageHeaders([]), body: homePage(language) };
}

/** Answers the hosted page's requests under `/pay`. An unknown session and a wrong form token get the same page. */
export async function answerPayer(institution: Institution, request: HttpRequest): Promise<HttpAnswer> {
  const language = chooseLanguage(request.query.get('lang'), request.headers['accept-language']);
  const [, id, act, ...rest] = request.path;
  const session = id && rest.length === 0 ? findSession(institution.database, id) : undefined;
  if (session === undefined) return missing(language);
  if (request.method === 'GET' && act === undefined) return showPage(institution, request, session, language);
  if (request.method !== 'POST' || (act !== undefined && act !== 'cancel')) return missing(language);
  const form = await readForm(request);
  if (!cameFromOurPage(request, form, session)) return missing(language);
  return act === 'cancel' ? cancel(institution, session, language) : pay(institution, session, form, language);
}

function showPage(institution: Institution, request: HttpRequest, session: Session, language: Language): HttpAnswer {
  const sample = testCardNamed(request.query.get('card'));
  const year = new Date(institution.now()).getUTCFullYear() + 3;
  const typed = sample && { cardNumber: groupDigits(sample.number), expiry: `12/${year % 100}`, cvc: '123' };
  return payPage(institution, session, { language, typed: typed ?? {} });
}

async function pay(
  institution: Institution,
  session: Session,
  form: URLSearchParams,
  language: Language,
): Promise<HttpAnswer> {
  const input = readCardInput(form);
  const { card, problems } = readCard(input, institution.now());
  if (card === undefined && session.state === 'OPEN') {
    // Of what was typed only the date is shown again, and only if it cannot be a card number in the wrong field.
    const typed = input.expiry.length <= 7 ? { expiry: input.expiry } : {};
    return payPage(institution, session, { language, problems, typed });
  }
  const now = card ? (await paySession(institution, session.id, card)).session : session;
  // After a decline by redirect, so that reloading the page does not send the card again.
  const paid = now.state === 'SUCCEEDED';
  return redirectAnswer(paid ? now.returnUrl : `/pay/${now.id}?lang=${language}`, pageHeadersFor(now));
}

function cancel(institution: Institution, session: Session, language: Language): HttpAnswer {
  const cancelled = cancelSession(institution, session);
  const location = cancelled?.cancelUrl ?? `/pay/${session.id}?lang=${language}`;
  return redirectAnswer(location, pageHeadersFor(session));
}

function payPage(institution: Institution, session: Session, options: PaymentPageOptions): HttpAnswer {
  const takesCards =
    session.state === 'OPEN' && session.attempts < MOST_ATTEMPTS && session.expiresAt > institution.now();
  const body = takesCards
    ? paymentPage(institution, session, options)
    : statusPage(institution, endedIfOverdue(institution, session), options.language);
  const status = takesCards && options.problems ? 422 : 200;
  return { status, headers: pageHeadersFor(session), body };
}

/** A session whose time is over shows as expired, also in the second before the clock says so in the database. */
function endedIfOverdue(institution: Institution, session: Session): Session {
  const overdue = session.state === 'OPEN' && session.expiresAt <= institution.now();
  return overdue ? { ...session, state: 'EXPIRED' } : session;
}

/** The form token proves that this institution rendered the form for this session; the browser's own word is heard too. */
function cameFromOurPage(request: HttpRequest, form: URLSearchParams, session: Session): boolean {
  const site = request.headers['sec-fetch-site'] ?? 'same-origin';
  return site === 'same-origin' && sameSecret(form.get('formToken') ?? '', session.formToken);
}

function missing(language: Language): HttpAnswer {
  return { status: 404, headers: pageHeaders([]), body: notFoundPage(language) };
}
