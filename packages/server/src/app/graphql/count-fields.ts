import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** How many fields an operation has with its fragments written out, as a compiler does; of a validated document, in which no fragment holds itself. */
export function countFields({ definitions }: DocumentNode, { selectionSet }: OperationDefinitionNode): number {
  const fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one.selectionSet]] : [])),
  );
  const known = new Map<string, number>();
  const countIn = ({ selections }: SelectionSetNode): number => {
    let count = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) count += 1 + (selection.selectionSet ? countIn(selection.selectionSet) : 0);
      else if (selection.kind === Kind.INLINE_FRAGMENT) count += countIn(selection.selectionSet);
      else count += countOf(selection.name.value);
    }
    return count;
  };
  const countOf = (name: string): number => {
    const fragment = fragments.get(name);
    const count = known.get(name) ?? (fragment ? countIn(fragment) : 0);
    known.set(name, count);
    return count;
  };
  return countIn(selectionSet);
}
