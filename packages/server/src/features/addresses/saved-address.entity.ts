import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import { AccountSchema } from '../accounts/account.entity.ts';
import type { Address } from './address-field.ts';

export const SavedAddressSchema = defineEntity({
  name: 'SavedAddress',
  tableName: 'saved_address',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').index(),
    /** That of the account. */
    subjectId: p.uuid().index(),
    /** Filled in first; one of an account's addresses is. */
    isDefault: p.boolean(),
    countryCode: p.string().length(2),
    recipientName: sealedProperty<string>('savedAddress.recipientName'),
    address: sealedProperty<Address>('savedAddress.address'),
    /** E.164. */
    phone: sealedProperty<string>('savedAddress.phone').nullable(),
  },
});

/** An address that a customer keeps for their next orders; those that were placed have their own. */
export class SavedAddress extends SavedAddressSchema.class {}
SavedAddressSchema.setClass(SavedAddress);
