// TypeGraphQL's decorators ask for it; every decorated file imports this one or one that does.
import 'reflect-metadata';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLList,
  GraphQLNonNull,
  GraphQLSchema,
  GraphQLString,
  isEnumType,
  specifiedDirectives,
} from 'graphql';
import { Directive } from 'type-graphql';
import type { Category } from './category.ts';
import type { Purpose } from './purpose.ts';

/** What `@personal` states about a field. */
export interface PersonalMark {
  readonly category: Category;
  readonly purposes: readonly [Purpose, ...Purpose[]];
}

/** Marks an output field, input field or argument as personal: access, log, data map, retention and erasure follow from it. */
export function Personal(mark: PersonalMark) {
  return Directive(`@personal(category: ${mark.category}, purposes: [${mark.purposes.join(', ')}])`);
}

/** Marks a type, field or argument as saying nothing about a person, and says why (D22). */
export function NonPersonal(because: string) {
  return Directive(`@nonPersonal(because: ${JSON.stringify(because)})`);
}

/**
 * The same schema with the definitions of `@personal` and `@nonPersonal`. They are added after TypeGraphQL has built
 * the schema because their arguments use the schema's own enum types.
 * @throws if the schema does not use the vocabulary's enums.
 */
export function withPrivacyDirectives(schema: GraphQLSchema): GraphQLSchema {
  const enumNamed = (name: string) => {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`The schema has no enum ${name}`);
    return type;
  };
  const personal = new GraphQLDirective({
    name: 'personal',
    description:
      'A personal value: its category and the purposes it may be used for. Access, mask, log, data map and retention follow from it.',
    locations: [
      DirectiveLocation.FIELD_DEFINITION,
      DirectiveLocation.INPUT_FIELD_DEFINITION,
      DirectiveLocation.ARGUMENT_DEFINITION,
    ],
    args: {
      category: { type: new GraphQLNonNull(enumNamed('PersonalDataCategory')) },
      purposes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(enumNamed('Purpose')))) },
    },
  });
  const nonPersonal = new GraphQLDirective({
    name: 'nonPersonal',
    description: 'Says nothing about a person, and why.',
    locations: [
      DirectiveLocation.FIELD_DEFINITION,
      DirectiveLocation.INPUT_FIELD_DEFINITION,
      DirectiveLocation.ARGUMENT_DEFINITION,
      DirectiveLocation.OBJECT,
      DirectiveLocation.INTERFACE,
      DirectiveLocation.INPUT_OBJECT,
    ],
    args: { because: { type: new GraphQLNonNull(GraphQLString) } },
  });
  return new GraphQLSchema({ ...schema.toConfig(), directives: [...specifiedDirectives, personal, nonPersonal] });
}
