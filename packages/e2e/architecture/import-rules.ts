import type { IForbiddenRuleType } from 'dependency-cruiser';

const rule = (
  name: string,
  from: string,
  to: string,
  allowed: { from?: string; to?: string } = {},
): IForbiddenRuleType => ({
  name,
  severity: 'error',
  from: { path: from, ...(allowed.from ? { pathNot: allowed.from } : {}) },
  to: { path: to, ...(allowed.to ? { pathNot: allowed.to } : {}) },
});

const server = (layer: string) => `^packages/server/src/${layer}/`;
const web = (layer: string) => `^packages/web/src/${layer}/`;

/** Use cases (verb files), entities, events, contexts and plain rules are what features offer each other; wiring is not. */
const WIRING = '\\.(resolver|permissions|erasure|download|retention|controls|canary)\\.ts$';

/** Who may import whom (architecture, "The house"). */
export const FORBIDDEN: IForbiddenRuleType[] = [
  rule('schema imports nothing of ours', '^packages/schema/', '^packages/(?!schema/)'),
  rule('server imports only schema', '^packages/server/(src|test)/', '^packages/(?!schema/|server/)'),
  rule('web reads the printed schema only', '^packages/web/src/', '^packages/(?!web/)', {
    to: '^packages/schema/schema\\.graphql$',
  }),
  rule(
    'the sandbox institution is another company',
    '^packages/server/src/sandbox-institution/',
    '^packages/server/src/(?!sandbox-institution/)',
  ),
  rule('platform knows no feature', server('platform'), '^packages/server/src/(privacy|features|app)/'),
  rule('the privacy core knows no feature', server('privacy'), '^packages/server/src/(features|app)/'),
  rule('features do not know the app', server('features'), server('app')),
  {
    name: 'features meet in use cases, entities and events',
    severity: 'error',
    from: { path: '^packages/server/src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
    to: { path: `^packages/server/src/features/.+${WIRING}`, pathNot: '^packages/server/src/features/$1/' },
  },
  rule(
    'the platform of the web knows no component',
    web('platform'),
    '^packages/web/src/(components|features|surfaces|app)/',
  ),
  rule('components know no feature', web('components'), '^packages/web/src/(features|surfaces|app)/'),
  rule('features know no surface', web('features'), '^packages/web/src/(surfaces|app)/'),
  rule('surfaces do not know the app of the web', web('surfaces'), web('app')),
  {
    name: 'no cycles',
    comment: 'Two entities that refer to each other do so through thunks.',
    severity: 'error',
    from: { pathNot: '\\.entity\\.ts$' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];
