import type { CurrencyCode } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';
import type { LocalisedText } from './localised-text.ts';
import { ProductSchema } from './product.entity.ts';

/** Amounts in minor units by currency. */
export type Prices = Partial<Record<CurrencyCode, number>>;

export const VariantSchema = defineEntity({
  name: 'Variant',
  tableName: 'variant',
  properties: {
    id: p.uuid().primary(),
    product: () => p.manyToOne(ProductSchema).deleteRule('cascade').index(),
    position: p.integer(),
    sku: p.string().length(255).nullable().index(),
    barcode: p.string().length(64).nullable(),
    /** One value for each option of the product; a plain string where it needs no translation. */
    optionValues: p.json<(string | LocalisedText)[]>(),
    contentAmount: p.double().nullable(),
    contentUnit: p.string().length(8).nullable(),
    prices: p.json<Prices>(),
    compareAtPrices: p.json<Prices>(),
    /** Units that can still be sold; a reservation takes its units from here (D15). */
    stock: p.integer(),
    /** Whether stock limits sales at all. */
    stockTracked: p.boolean(),
    weightGrams: p.integer().nullable(),
    sourceFields: p.json<Record<string, string>>(),
  },
  checks: [{ name: 'variant_stock_not_negative', expression: 'stock >= 0' }],
});

/** A variant of a product as it is stored. */
export class Variant extends VariantSchema.class {}
VariantSchema.setClass(Variant);
