import { Language } from '@barrier/schema/market/market.type.ts';
import { CATEGORIES, type Category } from '@barrier/schema/privacy/category.ts';
import { computeDataMap } from '@barrier/schema/privacy/data-map.ts';
import type { DataMapEntry, DataMapRecipient } from '@barrier/schema/privacy/data-map.type.ts';
import { keptTexts } from '@barrier/schema/privacy/kept-texts.ts';
import { LEGAL_GROUNDS, PURPOSES } from '@barrier/schema/privacy/purpose.ts';
import { RECIPIENTS } from '@barrier/schema/privacy/recipient.ts';
import { LONGEST_RETENTION_DAYS, RETENTION } from '@barrier/schema/privacy/retention.ts';
import type { Term } from '@barrier/schema/privacy/term.ts';
import { vocabularyTexts } from '@barrier/schema/privacy/vocabulary-texts.ts';
import { AGREEMENTS_OF_THE_PROGRAM } from '../../privacy/egress/seed-agreements.ts';
import { SEALED_CATEGORIES } from '../../privacy/vault/field-registry.ts';
import { wholeSchema } from '../graphql/build-schema.ts';
import { code, codes, head, sentence, table } from './markdown.ts';
import type { SealedPlace } from './sealed-places.ts';

const INTRODUCTION = `
Every kind of personal value that the shop holds, category by category: where it comes in, where it is stored, what it may be used
for, who sees it, to whom it may leave and how long it stays. The site shows the same to customers, at \`/en/data\`: with the shorter
times of a shop that sets some (\`RETENTION_DAYS\`), and to whom data may leave by the agreements in force that day, here by those that
come with the program.

Nobody wrote this list. It is computed from the \`@personal\` marks in
[schema.graphql](../packages/schema/schema.graphql), the sealed properties of the entities, the
[access matrix](permissions.md#the-access-matrix) and the vocabulary in [packages/schema/src/privacy](../packages/schema/src/privacy).
Terms with a prefix are those of the W3C's Data Privacy Vocabulary: [dpv](https://w3id.org/dpv), [pd](https://w3id.org/dpv/pd) and
[eu-gdpr](https://w3id.org/dpv/legal/eu/gdpr). Clauses (P2.2) are those of the privacy policy.`.trim();

/** docs/data-map.md: the data map as the site shows it, with the places in the program that carry each category. */
export function printDataMap(places: readonly SealedPlace[]): string {
  const entries = computeDataMap(
    wholeSchema(),
    Language.EN,
    SEALED_CATEGORIES,
    LONGEST_RETENTION_DAYS,
    AGREEMENTS_OF_THE_PROGRAM,
  );
  const held = new Set(entries.map(({ category }) => category));
  const titles = vocabularyTexts(Language.EN).categoryTitles;
  const kept = keptTexts(Language.EN, LONGEST_RETENTION_DAYS);
  const others = (Object.keys(CATEGORIES) as Category[]).filter((category) => !held.has(category));
  return `${[
    head('The data map'),
    INTRODUCTION,
    table(
      ['category', 'sealed in', 'kept'],
      entries.map(({ category, title }) => [
        `[${title}](#${anchor(title)})`,
        codes(propertiesOf(places, category)),
        sentence(kept[category]),
      ]),
    ),
    ...entries.map((entry) => section(entry, places)),
    '## Not held yet',
    'The list of categories is closed. These are on it for features to come: nothing of them enters, and nothing is stored.',
    table(
      ['category', 'what it is', 'term', 'clause', 'would be kept'],
      others.map((category) => {
        const { description, dpv, clause } = CATEGORIES[category];
        return [titles[category], description, code(dpv), clause, sentence(kept[category])];
      }),
    ),
    '## The words',
    '### Purposes',
    'A value is used for nothing else. There is no word for selling it.',
    table(
      ['purpose', 'in plain words', 'ground', 'term', 'clause'],
      Object.entries(PURPOSES).map(([name, { description, ground, dpv, clause }]) => [
        code(name),
        description,
        code(ground),
        code(dpv),
        clause,
      ]),
    ),
    '### Grounds in law',
    terms('ground', LEGAL_GROUNDS),
    '### Recipients',
    'The only kinds of third party that may obtain a value, and only under a signed agreement in force.',
    terms('recipient', RECIPIENTS),
  ].join('\n\n')}\n`;
}

function section(entry: DataMapEntry, places: readonly SealedPlace[]): string {
  const { category, title, description, dpv, clause, entersAt, seenAt, purposes, seenBy, recipients, kept } = entry;
  const rows: [string, string][] = [
    ['in the code', code(category)],
    ['term', code(dpv)],
    ['clause', clause],
    ['enters at', codes(entersAt)],
    ['sealed in', codes(propertiesOf(places, category))],
    ['answered at', codes(seenAt)],
    ['used', purposes.map((one) => `${lower(one.description)} (${code(one.purpose)})`).join('<br>')],
    ['seen by', seenBy.map(sentence).join('<br>')],
    ['may leave to', recipients.map(describeRecipient).join('<br>') || 'Nobody.'],
    ['kept', RETENTION[category].outcome === 'ERASE' ? `${sentence(kept)} Then it is erased.` : sentence(kept)],
  ];
  return [`## ${title}`, description, table(['', ''], rows)].join('\n\n');
}

const describeRecipient = ({ description, party, purposes }: DataMapRecipient) =>
  `${sentence(description)} For ${codes(purposes.map(({ purpose }) => purpose))}, with ${party}.`;

function propertiesOf(places: readonly SealedPlace[], category: Category): string[] {
  return places.filter((place) => place.category === category).map(({ property }) => property);
}

function terms(name: string, vocabulary: Readonly<Record<string, Term>>): string {
  return table(
    [name, 'in plain words', 'term', 'clause'],
    Object.entries(vocabulary).map(([key, { description, dpv, clause }]) => [
      code(key),
      description,
      code(dpv),
      clause,
    ]),
  );
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

/** The anchor that GitHub and its like give a heading. */
const anchor = (title: string) => title.toLowerCase().replaceAll(' ', '-');
