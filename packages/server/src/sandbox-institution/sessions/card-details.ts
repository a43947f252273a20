import { type TestCard, testCards } from './test-cards.ts';

/** What a payer typed. It lives as long as the request and is never stored or logged. */
export type CardInput = { cardNumber: string; expiry: string; cvc: string };

/** What is wrong with a field; the hosted page has a sentence for each. */
export type CardProblem = 'missing' | 'invalid' | 'notATestCard' | 'past';

/** The fields at fault. */
export type CardProblems = Partial<Record<keyof CardInput, CardProblem>>;

const LONGEST_VALIDITY_YEARS = 20;

/** The card's fields among those of a form; what is missing is empty. */
export function readCardInput(form: URLSearchParams): CardInput {
  return {
    cardNumber: form.get('cardNumber') ?? '',
    expiry: form.get('expiry') ?? '',
    cvc: form.get('cvc') ?? '',
  };
}

/** Checks what was typed; the card is undefined exactly when there are problems. */
export function readCard(input: CardInput, now: number): { card: TestCard | undefined; problems: CardProblems } {
  const number = plain(input.cardNumber).replace(/[\s-]/g, '');
  const card = testCards.find((known) => known.number === number);
  const problems: CardProblems = {};
  const numberProblem = checkNumber(number, card);
  const expiryProblem = checkExpiry(plain(input.expiry), now);
  const cvcProblem = checkCvc(plain(input.cvc));
  if (numberProblem) problems.cardNumber = numberProblem;
  if (expiryProblem) problems.expiry = expiryProblem;
  if (cvcProblem) problems.cvc = cvcProblem;
  return { card: Object.keys(problems).length === 0 ? card : undefined, problems };
}

/** Whether a string of digits passes the check of ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** Full-width digits, as Chinese and Japanese keyboards type them, become plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').trim();
}

function checkNumber(number: string, card: TestCard | undefined): CardProblem | undefined {
  if (number === '') return 'missing';
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) return 'invalid';
  // A real card typed here by mistake must be refused, whatever it is.
  return card ? undefined : 'notATestCard';
}

function checkExpiry(expiry: string, now: number): CardProblem | undefined {
  if (expiry === '') return 'missing';
  const [, month, year] =
    /^(0?[1-9]|1[0-2])\s*[/.\s-]\s*((?:20)?\d\d)$/.exec(expiry) ?? /^(0[1-9]|1[0-2])(\d\d)$/.exec(expiry) ?? [];
  if (month === undefined || year === undefined) return 'invalid';
  const fullYear = (Number(year) % 100) + 2000;
  // A card is good to the end of its month, wherever on earth the payer is: UTC-12 is the last place to leave it.
  const end = Date.UTC(fullYear, Number(month), 1) + 12 * 3_600_000;
  if (end <= now) return 'past';
  return fullYear > new Date(now).getUTCFullYear() + LONGEST_VALIDITY_YEARS ? 'invalid' : undefined;
}

function checkCvc(cvc: string): CardProblem | undefined {
  if (cvc === '') return 'missing';
  return /^\d{3}$/.test(cvc) ? undefined : 'invalid';
}
