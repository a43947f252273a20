import { matrixRows, type ViewerKind } from '@barrier/schema/privacy/access-matrix.ts';
import { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { isObjectType } from 'graphql';
import type { Audience, Permission } from '../../platform/graphql/permission.ts';
import { VIEWERS_IN_WORDS } from '../../privacy/access/decide.ts';
import { PERMISSIONS } from '../features.ts';
import { mergePermissions } from '../graphql/apply-permissions.ts';
import { wholeSchema } from '../graphql/build-schema.ts';
import { code, head, table } from './markdown.ts';

const INTRODUCTION = `
Three things stand between a request and an answer, in this order:

1. **The schema of the viewer's audience.** The public, staff and partners are each served a graph of their own. What is not for them
   is not in it, so it cannot even be named ([decision 001](decisions/001-one-schema-per-viewer.md)).
2. **The rule** of the root field and of each object type in the answer: the sentences below. Every one has a rule, and a test holds that.
3. **The access matrix**, for every value that is marked \`@personal\`: reveal, mask or deny, and a log entry before anything is revealed.

What the values are, and how long they stay, is in the [data map](data-map.md).`.trim();

const ROOTS = {
  Query: 'What can be asked',
  Mutation: 'What can be done',
  Subscription: 'What can be followed',
} as const;

const AUDIENCES: Readonly<Record<Audience, string>> = { public: 'the public', staff: 'staff', partner: 'partners' };

/** docs/permissions.md: the rule of every root field and object type as a sentence, and the access matrix. */
export function printPermissions(): string {
  const { types, ...roots } = mergePermissions(PERMISSIONS);
  return `${[
    head('Who may do what'),
    INTRODUCTION,
    ...(Object.keys(ROOTS) as (keyof typeof ROOTS)[])
      .filter((root) => Object.keys(roots[root]).length > 0)
      .flatMap((root) => [
        `## ${ROOTS[root]} (${root})`,
        ...byRule(roots[root], 'field', (field) => fieldOf(root, field)?.description),
      ]),
    '## What is answered (object types)',
    ...byRule(types, 'type', (type) => wholeSchema().getType(type)?.description),
    '## The access matrix',
    'Viewer × category × purpose. What does not stand here is denied.',
    ...(Object.keys(VIEWERS_IN_WORDS) as ViewerKind[]).flatMap((viewer) => matrixOf(viewer)),
  ].join('\n\n')}\n`;
}

/** The names under each rule, with what they are: a rule is read once and not at every name. */
function byRule(
  permissions: Readonly<Record<string, Permission>>,
  column: string,
  describe: (name: string) => string | null | undefined,
): string[] {
  const rules = Map.groupBy(Object.keys(permissions).sort(), (name) => {
    const { sentence, audiences } = permissions[name] as Permission;
    return `**${sentence}** In the schema of ${list(audiences.map((audience) => AUDIENCES[audience]))}.`;
  });
  return [...rules].flatMap(([rule, names]) => [
    rule,
    table(
      [column, 'what it is'],
      names.map((name) => [code(name), describe(name) ?? '']),
    ),
  ]);
}

function fieldOf(root: string, field: string) {
  const type = wholeSchema().getType(root);
  return isObjectType(type) ? type.getFields()[field] : undefined;
}

function matrixOf(viewer: ViewerKind): string[] {
  const rows = matrixRows().filter((row) => row.viewer === viewer);
  const intro = [`### ${viewer}`, VIEWERS_IN_WORDS[viewer]];
  if (rows.length === 0) return [...intro, 'Everything is denied.'];
  const purposes = Object.values(Purpose).filter((purpose) => rows.some((row) => row.purpose === purpose));
  const categories = [...new Set(rows.map(({ category }) => category))];
  const cells = categories.map((category) => [
    code(category),
    ...purposes.map((purpose) => {
      const row = rows.find((one) => one.category === category && one.purpose === purpose);
      return (row?.answer ?? 'DENY').toLowerCase();
    }),
  ]);
  return [...intro, table(['category', ...purposes.map(code)], cells)];
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
