import { registerEnumType } from 'type-graphql';

/** Where the erasure that somebody asked for stands. */
export const ErasureState = {
  SCHEDULED: 'SCHEDULED',
  CANCELLED: 'CANCELLED',
  EXECUTING: 'EXECUTING',
  EXECUTED: 'EXECUTED',
} as const;
export type ErasureState = (typeof ErasureState)[keyof typeof ErasureState];

/** What is erased. */
export const ErasureScope = { ACCOUNT: 'ACCOUNT', ORDER: 'ORDER' } as const;
export type ErasureScope = (typeof ErasureScope)[keyof typeof ErasureScope];

/** What becomes of an order when its person is erased. */
export const OrderFate = { ERASED: 'ERASED', ENDED_FIRST: 'ENDED_FIRST', FINISHED_FIRST: 'FINISHED_FIRST' } as const;
export type OrderFate = (typeof OrderFate)[keyof typeof OrderFate];

registerEnumType(ErasureState, {
  name: 'ErasureState',
  description: 'Where the erasure that somebody asked for stands.',
  valuesConfig: {
    SCHEDULED: { description: 'Nothing is done yet, and it can be cancelled.' },
    CANCELLED: { description: 'It was cancelled; nothing was erased.' },
    EXECUTING: { description: 'It has begun and cannot be stopped.' },
    EXECUTED: { description: 'Rows and key are gone.' },
  },
});
registerEnumType(ErasureScope, {
  name: 'ErasureScope',
  description: 'What is erased.',
  valuesConfig: {
    ACCOUNT: { description: 'The account and every order in it.' },
    ORDER: { description: 'One order.' },
  },
});
registerEnumType(OrderFate, {
  name: 'OrderFate',
  description: 'What becomes of an order when its person is erased.',
  valuesConfig: {
    ERASED: { description: 'Nothing is under way: it goes.' },
    ENDED_FIRST: { description: 'It is not paid: it is ended, then it goes.' },
    FINISHED_FIRST: { description: 'It is paid and not delivered: the erasure waits until it is.' },
  },
});
