import { defineEntity, p } from '@mikro-orm/core';
import type { LocalisedText } from './localised-text.ts';

export const IngredientSchema = defineEntity({
  name: 'Ingredient',
  tableName: 'ingredient',
  properties: {
    slug: p.string().length(128).primary(),
    inci: p.string().length(255),
    commonName: p.json<LocalisedText>(),
    explanation: p.json<LocalisedText>(),
    functions: p.json<string[]>(),
    origin: p.string().length(16).nullable(),
    avoidWith: p.json<string[]>(),
    catalogueVersion: p.integer().index(),
  },
});

/** An ingredient with its explanation as it is stored. */
export class Ingredient extends IngredientSchema.class {}
IngredientSchema.setClass(Ingredient);
