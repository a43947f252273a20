import { describe, expect, it } from 'vitest';
import { type CardInput, passesLuhn, readCard } from './card-details.ts';
import { testCards } from './test-cards.ts';

const now = Date.UTC(2030, 4, 15);
const read = (input: Partial<CardInput>) =>
  readCard({ cardNumber: '4242424242424242', expiry: '12/31', cvc: '123', ...input }, now);

describe('reading a card', () => {
  it('takes each test card however its number is grouped', () => {
    for (const { number, name } of testCards) {
      expect(passesLuhn(number)).toBe(true);
      expect(read({ cardNumber: number }).card?.name).toBe(name);
      expect(read({ cardNumber: ` ${number.match(/.{4}/g)?.join('-')} ` }).card?.name).toBe(name);
    }
  });

  it('takes the full-width digits of Chinese and Japanese keyboards', () => {
    const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(read({ cardNumber: wide('4242424242424242'), expiry: wide('12/31'), cvc: wide('123') }).problems).toEqual(
      {},
    );
  });

  it('refuses a number that fails the Luhn check, and a card that is not a test card though it passes', () => {
    expect(read({ cardNumber: '4242 4242 4242 4243' }).problems).toEqual({ cardNumber: 'invalid' });
    expect(read({ cardNumber: '5555 5555 5555 4444' })).toEqual({
      card: undefined,
      problems: { cardNumber: 'notATestCard' },
    });
  });

  it.each(['12/31', '1231', '12 / 2031', '12-31', '12.31', '1/32'])('takes the expiry date %s', (expiry) => {
    expect(read({ expiry }).problems).toEqual({});
  });

  it.each(['13/31', '00/31', '12', 'soon', '12/1931', '12/31/31', '12/77'])('refuses the expiry date %s', (expiry) => {
    expect(read({ expiry }).problems).toEqual({ expiry: 'invalid' });
  });

  it('takes a card to the end of its month everywhere on earth, and not after', () => {
    const lastMoment = Date.UTC(2030, 5, 1, 12) - 1;
    const card = { cardNumber: '4242424242424242', expiry: '05/30', cvc: '123' };
    expect(readCard(card, lastMoment).problems).toEqual({});
    expect(readCard(card, lastMoment + 1).problems).toEqual({ expiry: 'past' });
  });

  it('names every field that is missing', () => {
    expect(read({ cardNumber: ' ', expiry: '', cvc: '' }).problems).toEqual({
      cardNumber: 'missing',
      expiry: 'missing',
      cvc: 'missing',
    });
    expect(read({ cvc: '12' }).problems).toEqual({ cvc: 'invalid' });
  });
});
