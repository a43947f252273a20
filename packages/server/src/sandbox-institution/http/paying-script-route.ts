import { ApiError, notFound } from '../api-error.ts';
import type { Institution } from '../institution.ts';
import { readCard, readCardInput } from '../sessions/card-details.ts';
import { MOST_ATTEMPTS, paySession } from '../sessions/pay-session.ts';
import { findSession } from '../sessions/session-store.ts';
import { type HttpAnswer, jsonAnswer } from './http-answer.ts';
import { type HttpRequest, readFormOrJson } from './http-request.ts';
import { sessionView } from './session-view.ts';

/** Answers `POST /v1/sessions/:id/pay`, by which a script pays. It has no form token, so nothing a browser sends is taken. */
export async function answerPayingScript(institution: Institution, request: HttpRequest): Promise<HttpAnswer> {
  if (request.headers.origin !== undefined || (request.headers['sec-fetch-site'] ?? 'none') !== 'none') {
    throw new ApiError(
      403,
      'browsers_pay_on_the_page',
      'This address is for scripts; a browser pays on the hosted page.',
    );
  }
  const session = findSession(institution.database, request.path[2] ?? '');
  if (session === undefined) throw notFound();
  const { card, problems } = readCard(readCardInput(await readFormOrJson(request)), institution.now());
  if (card === undefined) {
    const error = { code: 'invalid_card', message: 'The card details are not in order.', fields: problems };
    return jsonAnswer(422, JSON.stringify({ error }));
  }
  const outcome = await paySession(institution, session.id, card);
  const { state, attempts } = outcome.session;
  switch (outcome.result) {
    case 'PAID':
      return jsonAnswer(
        200,
        JSON.stringify({ ...sessionView(institution, outcome.session), returnUrl: session.returnUrl }),
      );
    case 'DECLINED': {
      const attemptsLeft = MOST_ATTEMPTS - attempts;
      const error = { code: outcome.reason, message: 'The bank declined. Nothing was charged.', state, attemptsLeft };
      return jsonAnswer(402, JSON.stringify({ error }));
    }
    case 'TOO_MANY_ATTEMPTS':
      throw new ApiError(429, 'too_many_attempts', 'No more cards can be tried in this session.');
    case 'NOT_OPEN':
      return jsonAnswer(
        409,
        JSON.stringify({ error: { code: 'not_open', message: 'The session takes no payment any more.', state } }),
      );
  }
}
