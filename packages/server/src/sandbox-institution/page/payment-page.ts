import type { Institution } from '../institution.ts';
import type { CardInput, CardProblems } from '../sessions/card-details.ts';
import { formatMoney } from '../sessions/currencies.ts';
import { MOST_ATTEMPTS } from '../sessions/pay-session.ts';
import type { Session } from '../sessions/session-store.ts';
import { groupDigits, type TestCard, testCards } from '../sessions/test-cards.ts';
import { type Language, languageTags } from './choose-language.ts';
import { type Html, html } from './html.ts';
import { pageFrame } from './page-frame.ts';
import { messagesIn } from './page-messages.ts';
import type { PageMessages } from './page-sentences.ts';

/** How the page is to be shown. `typed` is what may be shown again: never a number or code the payer typed. */
export type PaymentPageOptions = {
  language: Language;
  problems?: CardProblems;
  typed?: Partial<CardInput>;
};

const ATTEMPTS_WORTH_A_WARNING = 3;

const warningSign = html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M8 4.2v4.6M8 11.2v.6" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/></svg>`;
const lock = html`<svg viewBox="0 0 18 18" aria-hidden="true" focusable="false"><rect x="3" y="8" width="12" height="8" rx="2" fill="currentColor"/><path d="M5.8 8V5.6a3.2 3.2 0 0 1 6.4 0V8" fill="none" stroke="currentColor" stroke-width="1.8"/></svg>`;

/** The page on which the card is entered. */
export function paymentPage(institution: Institution, session: Session, options: PaymentPageOptions): string {
  const { language, problems = {}, typed = {} } = options;
  const text = messagesIn(language);
  const merchant = institution.merchantName;
  const amount = formatMoney(session.amount, session.currency, languageTags[language]);
  const wrong = Object.keys(problems).length > 0;
  const path = `/pay/${session.id}`;
  const token = html`<input type="hidden" name="formToken" value="${session.formToken}">`;
  const content = html`<div class="sheet pay">
<section class="summary">
<h1>${text.payTo(merchant)}</h1>
<p class="amount"><span class="unseen">${text.amount}: </span>${amount}</p>
<div class="facts"><dl><div><dt>${text.reference}</dt><dd>${session.reference}</dd></div></dl><p>${text.timeLeft(timeLeft(session, institution.now(), language))}</p></div>
<p class="note">${text.noMoney} <a href="#cards">${text.testCards}</a></p>
</section>
<section class="details" aria-labelledby="details">
${wrong ? problemSummary(text, problems) : declineAlert(text, session)}
<h2 id="details">${text.cardDetails}</h2>
<form class="card" method="post" action="${path}?lang=${language}" novalidate autocomplete="on">
${token}
${field(text, problems, { name: 'cardNumber', hint: text.cardNumberHint, autocomplete: 'cc-number', value: typed.cardNumber, longest: 40 })}
${field(text, problems, { name: 'expiry', hint: text.expiryHint, autocomplete: 'cc-exp', value: typed.expiry, longest: 12 })}
${field(text, problems, { name: 'cvc', hint: text.cvcHint, autocomplete: 'cc-csc', value: typed.cvc, longest: 8 })}
<button class="primary" type="submit">${lock}${text.pay(amount)}</button>
</form>
<form class="cancel" method="post" action="${path}/cancel?lang=${language}">${token}<button type="submit">${text.cancel(merchant)}</button></form>
<div class="promise"><p>${text.promise}</p><p>${text.toldOnly}</p></div>
</section>
<section class="cards" aria-labelledby="cards">
<h2 id="cards">${text.testCards}</h2>
<p>${text.testCardsIntro}</p>
<ul>${testCards.map((card) => testCardRow(institution, card, path, language))}</ul>
</section>
</div>`;
  const title = `${text.pay(amount)} · ${merchant}`;
  return pageFrame({ language, path, content, title: wrong ? `${text.errorPrefix}: ${title}` : title });
}

type Field = { name: keyof CardInput; hint: string; autocomplete: string; value: string | undefined; longest: number };

function field(text: PageMessages, problems: CardProblems, { name, hint, autocomplete, value, longest }: Field): Html {
  const problem = problemText(text, problems, name);
  const describedBy = problem === undefined ? `${name}-hint` : `${name}-hint ${name}-problem`;
  return html`<div class="field ${name === 'cardNumber' ? 'wide' : ''}">
<label for="${name}">${text[name]}</label>
<span class="hint" id="${name}-hint">${hint}</span>
<input id="${name}" name="${name}" type="text" inputmode="numeric" autocomplete="${autocomplete}" maxlength="${longest}" required spellcheck="false" aria-describedby="${describedBy}" ${problem === undefined ? '' : html`aria-invalid="true"`} value="${value ?? ''}">
${problem && html`<span class="problem" id="${name}-problem">${warningSign}<span>${problem}</span></span>`}
</div>`;
}

/** Focused when the page opens, so that a screen reader says at once what to mend; each line leads to its field. */
function problemSummary(text: PageMessages, problems: CardProblems): Html {
  const lines = (Object.keys(problems) as (keyof CardInput)[]).map(
    (name) => html`<li><a href="#${name}">${problemText(text, problems, name)}</a></li>`,
  );
  return html`<div class="alert" role="alert" tabindex="-1" autofocus><h2>${text.checkFields}</h2><ul>${lines}</ul></div>`;
}

function problemText(text: PageMessages, problems: CardProblems, name: keyof CardInput): string | undefined {
  const problem = problems[name];
  return problem && (text.problems[name][problem] ?? text.problems[name].invalid);
}

function declineAlert(text: PageMessages, session: Session): Html | undefined {
  if (session.lastDecline === null) return undefined;
  const left = MOST_ATTEMPTS - session.attempts;
  const warning = left <= ATTEMPTS_WORTH_A_WARNING ? html` ${text.attemptsLeft(left)}` : '';
  return html`<div class="alert" role="alert" tabindex="-1" autofocus><h2>${text.declinedTitle}</h2><p>${text.declined[session.lastDecline]}${warning}</p></div>`;
}

function testCardRow(institution: Institution, card: TestCard, path: string, language: Language): Html {
  const text = messagesIn(language);
  const delay = formatDuration(institution.lateWebhookMs / 1000, 'second', language);
  const effect = text.testCardEffects[card.name](institution.merchantName, delay);
  return html`<li><span class="number">${groupDigits(card.number)}</span><span class="effect">${effect}</span><a href="${path}?lang=${language}&amp;card=${card.name}">${text.fillIn}<span class="unseen"> ${groupDigits(card.number)}</span></a></li>`;
}

function timeLeft(session: Session, now: number, language: Language): string {
  const minutes = Math.max(1, Math.ceil((session.expiresAt - now) / 60_000));
  return minutes > 120
    ? formatDuration(Math.floor(minutes / 60), 'hour', language)
    : formatDuration(minutes, 'minute', language);
}

function formatDuration(count: number, unit: 'second' | 'minute' | 'hour', language: Language): string {
  return new Intl.NumberFormat(languageTags[language], { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
