import type { Institution } from '../institution.ts';
import { formatMoney } from '../sessions/currencies.ts';
import type { SessionState } from '../sessions/session-lifecycle.ts';
import type { Session } from '../sessions/session-store.ts';
import { type Language, languageTags } from './choose-language.ts';
import { type Html, html } from './html.ts';
import { pageFrame } from './page-frame.ts';
import { messagesIn } from './page-messages.ts';
import type { PageMessages, StatusMessage } from './page-sentences.ts';

const done = html`<svg class="sign" viewBox="0 0 56 56" aria-hidden="true" focusable="false"><circle cx="28" cy="28" r="26" fill="currentColor" opacity=".13"/><path d="m18 28.5 7 7 13.5-14" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
const ended = html`<svg class="sign" viewBox="0 0 56 56" aria-hidden="true" focusable="false"><circle cx="28" cy="28" r="26" fill="currentColor" opacity=".13"/><path d="M19 28h18" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"/></svg>`;
const waiting = html`<svg class="sign" viewBox="0 0 56 56" aria-hidden="true" focusable="false"><circle cx="28" cy="28" r="26" fill="currentColor" opacity=".13"/><path d="M28 17v12l8 5" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** The page of a session that takes no card: paid, being paid, ended, or with all tries used up. */
export function statusPage(institution: Institution, session: Session, language: Language): string {
  const text = messagesIn(language);
  const { sign, message, back } = statusOf(text, session.state);
  const path = `/pay/${session.id}`;
  const onward =
    session.state === 'PROCESSING'
      ? html`<a class="primary" href="${path}?lang=${language}">${text.lookAgain}</a>`
      : html`<a class="primary" href="${session[back]}">${text.backTo(institution.merchantName)}</a>`;
  const facts = html`<dl class="facts"><div><dt>${text.amount}</dt><dd>${formatMoney(session.amount, session.currency, languageTags[language])}</dd></div><div><dt>${text.reference}</dt><dd>${session.reference}</dd></div></dl>`;
  return page(language, path, sign, message, html`${facts}${onward}`);
}

/** The page at the root, for whoever opens the address that the demo prints when it starts. */
export function homePage(language: Language): string {
  return page(language, '/', html``, messagesIn(language).home, html``);
}

/** The one page for whatever is not there or not the visitor's to see. */
export function notFoundPage(language: Language): string {
  return page(language, '/pay', ended, messagesIn(language).notFound, html``);
}

function page(language: Language, path: string, sign: Html, message: StatusMessage, rest: Html): string {
  const content = html`<div class="sheet"><section class="status">${sign}<h1>${message.title}</h1><p>${message.text}</p>${rest}</section></div>`;
  return pageFrame({ language, path, content, title: message.title });
}

type Status = { sign: Html; message: StatusMessage; back: 'returnUrl' | 'cancelUrl' };

/** An OPEN session comes here only when its tries are used up. */
function statusOf(text: PageMessages, state: SessionState): Status {
  switch (state) {
    case 'OPEN':
      return { sign: ended, message: text.tooManyAttempts, back: 'cancelUrl' };
    case 'PROCESSING':
      return { sign: waiting, message: text.processing, back: 'returnUrl' };
    case 'SUCCEEDED':
      return { sign: done, message: text.paid, back: 'returnUrl' };
    case 'PARTIALLY_REFUNDED':
      return { sign: done, message: text.partlyRefunded, back: 'returnUrl' };
    case 'REFUNDED':
      return { sign: done, message: text.refunded, back: 'returnUrl' };
    case 'EXPIRED':
      return { sign: waiting, message: text.expired, back: 'cancelUrl' };
    case 'CANCELLED':
      return { sign: ended, message: text.cancelled, back: 'cancelUrl' };
  }
}
