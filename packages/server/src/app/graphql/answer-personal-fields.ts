import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import { personalMarkOf } from '@barrier/schema/privacy/read-marks.ts';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import { Sealed } from '../../privacy/vault/sealed.ts';
import type { RequestContext } from '../context.ts';

/** A personal value of more than one part, such as an address; it asks the access session by itself. */
interface PersonalView {
  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string): Promise<unknown>;
}

function answersItself(value: unknown): value is PersonalView {
  return typeof value === 'object' && value !== null && 'answerPersonal' in value;
}

/**
 * Door three. A resolver of a `@personal` field returns what is stored, a `Sealed`; here the access decision turns it into
 * the answer. A resolver that returned anything else, plaintext included, is refused: there is no way around the door.
 */
export function answerPersonalFields(schema: GraphQLSchema): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (config, fieldName, typeName) => {
      const mark = personalMarkOf(schema, config);
      if (!mark) return undefined;
      const resolve = config.resolve ?? defaultFieldResolver;
      const coordinate = `${typeName}.${fieldName}`;
      return {
        ...config,
        resolve: async (parent, args, context: RequestContext, info) => {
          const value: unknown = await resolve(parent, args, context, info);
          if (value === null || value === undefined) return null;
          if (value instanceof Sealed) return context.access.answer(value, mark, coordinate);
          if (answersItself(value)) return value.answerPersonal(context.access, mark, coordinate);
          throw new TypeError(`${coordinate} is personal, but its resolver did not return a sealed value.`);
        },
      };
    },
  });
}
