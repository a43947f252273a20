import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../src/privacy/vault/sealed-property.ts';

/** An address of the tests, a value of several parts. */
export interface LetterAddress {
  readonly street: string;
  readonly city: string;
}

export const LetterSchema = defineEntity({
  name: 'Letter',
  tableName: 'letter',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid().index(),
    state: p.string().length(16),
    email: sealedProperty<string>('order.email').nullable(),
    name: sealedProperty<string>('order.recipientName').nullable(),
    phone: sealedProperty<string>('order.phone').nullable(),
    address: sealedProperty<LetterAddress>('order.deliveryAddress').nullable(),
  },
});

/** An entity with sealed properties, for tests of the privacy core. */
export class Letter extends LetterSchema.class {}
LetterSchema.setClass(Letter);
