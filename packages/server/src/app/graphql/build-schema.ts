import { withPrivacyDirectives } from '@barrier/schema/privacy/marks.ts';
import { type Marking, readMarks } from '@barrier/schema/privacy/read-marks.ts';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import type { Audience } from '../../platform/graphql/permission.ts';
import { PERMISSIONS, RESOLVERS } from '../features.ts';
import { answerPersonalFields } from './answer-personal-fields.ts';
import { guard, mergePermissions, schemaFor } from './apply-permissions.ts';
import { callResolvers } from './call-resolvers.ts';
import { describePersonalFields } from './describe-personal-fields.ts';
import { dropLocations } from './drop-locations.ts';
import { readPlainProperties } from './read-plain-properties.ts';

let whole: GraphQLSchema | undefined;

/** The whole graph as the features declare it, with its privacy marks and without any rule around it: for print and tests. */
export function wholeSchema(): GraphQLSchema {
  whole ??= withPrivacyDirectives(dropLocations(callResolvers(readPlainProperties(generateSchema()))));
  return whole;
}

let markings: readonly Marking[] | undefined;

/** The marks of the whole graph, read once. */
export function personalMarkings(): readonly Marking[] {
  markings ??= readMarks(wholeSchema());
  return markings;
}

function generateSchema(): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [...RESOLVERS] as unknown as NonEmptyArray<NewableFunction>,
    validate: false,
    // The check introspects the whole schema, which a start need not wait for; a test makes it.
    skipCheck: true,
  });
}

/** The schema that viewers of an audience are served: only their fields, with the marks in words, rules and personal answers in place. */
export function servedSchema(audience: Audience): GraphQLSchema {
  const permissions = mergePermissions(PERMISSIONS);
  const theirs = describePersonalFields(schemaFor(audience, wholeSchema(), permissions));
  return guard(answerPersonalFields(theirs), permissions);
}
