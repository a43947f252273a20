import { Language } from '@barrier/schema/market/market.type.ts';
import { DataMapEntry, DataMapRecipient } from '@barrier/schema/privacy/data-map.type.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Ctx, Query, Resolver } from 'type-graphql';

/** What the data map needs of the context. */
export interface DataMapContext {
  /** The data map of the whole graph in a language. */
  dataMap(language: Language): Promise<DataMapEntry[]>;
  /** To whom data may leave by the agreements in force, in a language. */
  dataRecipients(language: Language): Promise<DataMapRecipient[]>;
}

/** The live data map: computed from the schema that serves it and the agreements in force, so it cannot fall behind (P1.3, P2.5). */
@Resolver()
export class DataMapResolver {
  @Query(() => [DataMapEntry], {
    description: 'What the shop holds, why, for whom and how long; computed from the schema.',
  })
  dataMap(
    @NonPersonal('The language of texts says nothing about a person.')
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
    language: Language,
    @Ctx() context: DataMapContext,
  ): Promise<DataMapEntry[]> {
    return context.dataMap(language);
  }

  @Query(() => [DataMapRecipient], {
    description: 'To whom data may leave, or who holds keys for the shop, by the agreements in force today (P3.1).',
  })
  dataRecipients(
    @NonPersonal('The language of texts says nothing about a person.')
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
    language: Language,
    @Ctx() context: DataMapContext,
  ): Promise<DataMapRecipient[]> {
    return context.dataRecipients(language);
  }
}
