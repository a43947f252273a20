import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../src/privacy/vault/sealed-property.ts';

export const RenamedLetterSchema = defineEntity({
  name: 'Correspondence',
  tableName: 'correspondence',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    mailAddress: sealedProperty<string>('order.email').nullable(),
  },
});

/** The letter of the tests after somebody has renamed the entity, its table and its property. */
export class RenamedLetter extends RenamedLetterSchema.class {}
RenamedLetterSchema.setClass(RenamedLetter);
