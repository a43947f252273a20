import { defineEntity, p } from '@mikro-orm/core';
import { ErasureRequestSchema } from './erasure-request.entity.ts';

export const ReceiptLinkSchema = defineEntity({
  name: 'ReceiptLink',
  tableName: 'receipt_link',
  properties: {
    /** SHA-256 of the random token, hex. */
    tokenHash: p.string().length(64).primary(),
    request: () => p.manyToOne(ErasureRequestSchema).deleteRule('cascade').index(),
  },
});

/** An address at which the receipt of an erasure can be read: the one in the mail, or the one given to the browser (D16). */
export class ReceiptLink extends ReceiptLinkSchema.class {}
ReceiptLinkSchema.setClass(ReceiptLink);
