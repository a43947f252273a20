import { personalMarkOf } from '@barrier/schema/privacy/read-marks.ts';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import type { GraphQLSchema } from 'graphql';

type Described = Parameters<typeof personalMarkOf>[1] & { readonly description?: string | null | undefined };

const AND = new Intl.ListFormat('en', { type: 'conjunction' });

/**
 * Says in the descriptions what the privacy marks say, so that whoever explores the schema by introspection, which carries no
 * directives, sees which values are personal and what they may be used for. The printed schema has the directives instead.
 */
export function describePersonalFields(schema: GraphQLSchema): GraphQLSchema {
  const described = <Config extends Described>(config: Config): Config | undefined => {
    const mark = personalMarkOf(schema, config);
    if (!mark) return undefined;
    const said = `Personal: ${mark.category}, for ${AND.format(mark.purposes)}.`;
    return { ...config, description: [config.description, said].filter(Boolean).join(' ') };
  };
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: described,
    [MapperKind.INPUT_OBJECT_FIELD]: described,
    [MapperKind.ARGUMENT]: described,
  });
}
