import { registerEnumType } from 'type-graphql';

/** What somebody may agree to, each apart; nothing else in the shop rests on consent (P3.2). */
export const ConsentPurpose = {
  PRODUCT_NEWS: 'PRODUCT_NEWS',
  SERVICE_REMINDERS: 'SERVICE_REMINDERS',
} as const;
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];

/** Where a consent stands. */
export const ConsentState = { GIVEN: 'GIVEN', WITHDRAWN: 'WITHDRAWN', REFUSED: 'REFUSED' } as const;
export type ConsentState = (typeof ConsentState)[keyof typeof ConsentState];

/** How somebody decided. */
export const ConsentMeans = {
  ACCOUNT_PAGE: 'ACCOUNT_PAGE',
  UNSUBSCRIBE_LINK: 'UNSUBSCRIBE_LINK',
  BROWSER_SIGNAL: 'BROWSER_SIGNAL',
} as const;
export type ConsentMeans = (typeof ConsentMeans)[keyof typeof ConsentMeans];

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What somebody may agree to, each apart, off until they do (P3.2).',
  valuesConfig: {
    PRODUCT_NEWS: { description: 'News of products, by mail.' },
    SERVICE_REMINDERS: { description: 'Reminders, such as of a product that will soon be used up, by mail.' },
  },
});
registerEnumType(ConsentState, {
  name: 'ConsentState',
  description: 'Where a consent stands.',
  valuesConfig: {
    GIVEN: { description: 'It was given and stands.' },
    WITHDRAWN: { description: 'It was given and withdrawn.' },
    REFUSED: { description: 'It was refused without having been given.' },
  },
});
registerEnumType(ConsentMeans, {
  name: 'ConsentMeans',
  description: 'How somebody decided.',
  valuesConfig: {
    ACCOUNT_PAGE: { description: 'On the privacy page of their account, or in the graph as they do there.' },
    UNSUBSCRIBE_LINK: { description: 'By the link or header of a mail (RFC 8058), without signing in.' },
    BROWSER_SIGNAL: { description: 'By their browser, which sent Sec-GPC: 1 or DNT: 1 (P6.5).' },
  },
});
