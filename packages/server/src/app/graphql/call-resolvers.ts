import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isLeafType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>;
type RootMethod = Metadata['queries'][number];
type Parameter = NonNullable<RootMethod['params']>[number];

/** Takes the value of one parameter from what a field is resolved with. */
type ReadParameter = (args: Readonly<Record<string, unknown>>, context: unknown) => unknown;

/**
 * Calls the methods behind root fields themselves, where they take nothing but values and the context: for each call TypeGraphQL looks up
 * what its parameters are and waits for a validation that is switched off, which costs a thirteenth of a product's answer. Fields
 * that take an input object are left to it, since it makes instances of the input's class. Changes the schema in place: nobody else has it yet.
 */
export function callResolvers(schema: GraphQLSchema): GraphQLSchema {
  const { queries, mutations } = getMetadataStorage();
  const instances = new Map<RootMethod['target'], Record<string, unknown>>();
  const call = (type: GraphQLObjectType | null | undefined, methods: readonly RootMethod[]) => {
    for (const method of methods) {
      const field = type?.getFields()[method.schemaName];
      const takesInputs = field?.args.some((argument) => !isLeafType(getNamedType(argument.type)));
      if (!field || takesInputs || method.roles || method.middlewares?.length) continue;
      const reads = parametersOf(method);
      if (!reads) continue;
      const instance =
        instances.get(method.target) ?? (Reflect.construct(method.target, []) as Record<string, unknown>);
      instances.set(method.target, instance);
      const run = instance[method.methodName] as (...parameters: unknown[]) => unknown;
      field.resolve = (_root, args: Readonly<Record<string, unknown>>, context) =>
        run.apply(
          instance,
          reads.map((read) => read(args, context)),
        );
    }
  };
  call(schema.getQueryType(), queries);
  call(schema.getMutationType(), mutations);
  return schema;
}

/** How to read the parameters of a method, in their order; null if one of them is neither an argument nor the context. */
function parametersOf({ params = [] }: RootMethod): readonly ReadParameter[] | null {
  const reads = [...params].sort((a, b) => a.index - b.index).map(readerOf);
  return reads.every((read) => read !== null) ? reads : null;
}

function readerOf(parameter: Parameter): ReadParameter | null {
  if (parameter.kind === 'arg') return (args) => args[parameter.name];
  if (parameter.kind === 'args') {
    const { prototype } = parameter.getType() as { readonly prototype: object };
    return (args) => Object.assign(Object.create(prototype) as object, args);
  }
  if (parameter.kind === 'context' && parameter.propertyName === undefined) return (_args, context) => context;
  return null;
}
