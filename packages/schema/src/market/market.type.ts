import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

/** The markets the shop sells to; a market fixes currency and how tax is shown. */
export const Market = { EU: 'EU', GB: 'GB', US: 'US', CN: 'CN' } as const;
export type Market = (typeof Market)[keyof typeof Market];

/** The languages of shop and mails. */
export const Language = { EN: 'EN', DE: 'DE', ZH: 'ZH' } as const;
export type Language = (typeof Language)[keyof typeof Language];

/** ISO 4217 codes the shop takes. */
export const CurrencyCode = { EUR: 'EUR', GBP: 'GBP', USD: 'USD', CNY: 'CNY' } as const;
export type CurrencyCode = (typeof CurrencyCode)[keyof typeof CurrencyCode];

registerEnumType(Market, {
  name: 'Market',
  description: 'A market: fixes the currency and how tax is shown.',
  valuesConfig: {
    EU: { description: 'The European Union: EUR, VAT included.' },
    GB: { description: 'The United Kingdom: GBP, VAT included.' },
    US: { description: 'The United States: USD, before sales tax.' },
    CN: { description: 'Mainland China: CNY, VAT included.' },
  },
});
registerEnumType(Language, {
  name: 'Language',
  description: 'A language of the shop.',
  valuesConfig: {
    EN: { description: 'English.' },
    DE: { description: 'German.' },
    ZH: { description: 'Simplified Chinese.' },
  },
});
registerEnumType(CurrencyCode, { name: 'CurrencyCode', description: 'An ISO 4217 currency code that the shop takes.' });

/** An amount of money: an integer of minor units and its currency, never a float. */
@ObjectType({ simpleResolvers: true, description: 'An amount of money.' })
@NonPersonal('A price or total without the lines it came from says nothing about a person.')
export class Money {
  @Field(() => Int, { description: 'In minor units (cents, pence, fen).' })
  amount!: number;

  @Field(() => CurrencyCode, { description: 'ISO 4217 currency code.' })
  currency!: CurrencyCode;
}
