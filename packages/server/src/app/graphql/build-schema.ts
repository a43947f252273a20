import { withPrivacyDirectives } from '@barrier/schema/privacy/marks.ts';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { Audience } from '../../platform/graphql/permission.ts';
import { PERMISSIONS, RESOLVERS } from '../features.ts';
import { answerPersonalFields } from './answer-personal-fields.ts';
import { guard, mergePermissions, schemaFor } from './apply-permissions.ts';

let whole: GraphQLSchema | undefined;

/** The whole graph as the features declare it, with its privacy marks and without any rule around it: for print and tests. */
export function wholeSchema(): GraphQLSchema {
  whole ??= withPrivacyDirectives(
    buildSchemaSync({ resolvers: [...RESOLVERS] as unknown as NonEmptyArray<NewableFunction>, validate: false }),
  );
  return whole;
}

/** The schema that viewers of an audience are served: only their fields, rules and personal answers in place. */
export function servedSchema(audience: Audience): GraphQLSchema {
  const permissions = mergePermissions(PERMISSIONS);
  return guard(answerPersonalFields(schemaFor(audience, wholeSchema(), permissions)), permissions);
}
