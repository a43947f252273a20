import { getDirective } from '@graphql-tools/utils';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { PersonalMark } from './marks.ts';

/** What the schema says of one output field, input field or argument. */
export interface Marking {
  /** `Type.field` or `Type.field(argument)`, or `Input.field`. */
  readonly coordinate: string;
  readonly direction: 'IN' | 'OUT';
  readonly personal: PersonalMark | null;
  /** Why it is not personal: stated on itself, on the type that holds it, or on the type it is of. */
  readonly because: string | null;
}

type Markable = Parameters<typeof getDirective>[1];
type TypedNode = GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument;

/** The `@personal` mark of a field or argument, or null. */
export function personalMarkOf(schema: GraphQLSchema, node: Markable): PersonalMark | null {
  return (getDirective(schema, node, 'personal')?.[0] as PersonalMark | undefined) ?? null;
}

/** Every output field, input field and argument of the schema with its marking; unmarked ones have both marks null (D22). */
export function readMarks(schema: GraphQLSchema): Marking[] {
  const markings: Marking[] = [];
  const typeReason = (type: GraphQLNamedType) =>
    (getDirective(schema, type, 'nonPersonal')?.[0]?.because as string | undefined) ?? null;
  const add = (coordinate: string, direction: Marking['direction'], node: TypedNode, holder: GraphQLNamedType) => {
    const own = getDirective(schema, node, 'nonPersonal')?.[0]?.because as string | undefined;
    const because = own ?? typeReason(holder) ?? typeReason(getNamedType(node.type));
    markings.push({ coordinate, direction, personal: personalMarkOf(schema, node), because });
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, 'IN', field, type);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        add(`${type.name}.${field.name}`, 'OUT', field, type);
        for (const arg of field.args) add(`${type.name}.${field.name}(${arg.name})`, 'IN', arg, type);
      }
    }
  }
  return markings;
}
