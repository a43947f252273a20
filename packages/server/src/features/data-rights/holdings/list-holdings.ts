import { createHash } from 'node:crypto';
import type { HoldingsArgs } from '@barrier/schema/data-rights/holdings.args.ts';
import {
  type HeldFact,
  type HeldPart,
  type HeldPartConnection,
  type HeldRecord,
  type HeldValue,
  heldProperty,
} from '@barrier/schema/data-rights/holdings.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { FieldTerms } from '@barrier/schema/privacy/field-terms.ts';
import { keptBecause } from '@barrier/schema/privacy/kept-because.ts';
import { PublicError } from '../../../platform/errors.ts';
import { agreementsInForce } from '../../../privacy/egress/agreements-in-force.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import { requirePerson } from '../require-person.ts';
import { type CollectedRecord, collectPart, partTitle } from './collect-part.ts';
import { factText, plainFact } from './fact-text.ts';
import { fieldTermsOf } from './field-terms-of.ts';
import { HeldText } from './held-text.ts';
import type { HoldingsContext } from './holdings-context.ts';
import { STORED, WITHHELD } from './holdings-texts.ts';
import { inOrder } from './in-order.ts';

/** Most parts of a page. */
const MOST_FIRST = 20;

/** What one page is described with. */
interface Descriptions {
  readonly language: Language;
  readonly termsOf: (field: SealedFieldName) => FieldTerms;
}

/**
 * What the shop holds about whoever asks, part by part: each value with what for, who sees it and until when, opened for them against an
 * entry in the access log (P1.3, P2.5, P6.1).
 * @throws {PublicError} as `requirePerson`; BAD_USER_INPUT if `first` is not 1 to 20 or `after` names no part of theirs.
 */
export async function listHoldings(context: HoldingsContext, args: HoldingsArgs): Promise<HeldPartConnection> {
  const { first, after, language } = args;
  if (first < 1 || first > MOST_FIRST) throw new PublicError('BAD_USER_INPUT', `first: it must be 1 to ${MOST_FIRST}.`);
  const { core } = context;
  const subjectIds = inOrder((await requirePerson(context, args.token)).subjectIds);
  const start = after == null ? 0 : 1 + subjectIds.findIndex((id) => cursorOf(id) === after);
  if (after != null && start === 0) throw new PublicError('BAD_USER_INPUT', 'after: this is no cursor of this list.');
  const page = subjectIds.slice(start, start + first);
  const descriptions = {
    language,
    termsOf: fieldTermsOf(context.markings(), await agreementsInForce(core), language),
  };
  const nodes: HeldPart[] = [];
  for (const id of page) nodes.push(describePart(id, await collectPart(core, id), descriptions));
  return {
    nodes,
    totalCount: subjectIds.length,
    pageInfo: {
      hasNextPage: start + page.length < subjectIds.length,
      hasPreviousPage: start > 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}

/** A subject's id stays inside: what leads to it for good is no name for it. */
function cursorOf(subjectId: string): string {
  return createHash('sha256').update(`part/${subjectId}`).digest('base64url').slice(0, 22);
}

function describePart(subjectId: string, collected: readonly CollectedRecord[], said: Descriptions): HeldPart {
  const titled = collected.map(({ registration, record }) => ({
    leads: registration.leads === true,
    title: registration.title[said.language],
    name: record.name,
  }));
  return {
    id: cursorOf(subjectId),
    title: partTitle(titled, said.language),
    records: collected.map((one) => describeRecord(one, said)),
  };
}

function describeRecord({ registration, record }: CollectedRecord, said: Descriptions): HeldRecord {
  const { language } = said;
  return {
    id: record.id,
    kind: registration.name,
    title: registration.title[language],
    name: record.name,
    facts: Object.entries(registration.facts).flatMap(([key, fact]): HeldFact[] => {
      const text = factText(plainFact(record.facts[key] ?? null), fact, language);
      return text === '' ? [] : [{ key, label: fact.label[language], text }];
    }),
    values: record.values.map((value) => describeValue({ registration, record }, value, said)),
  };
}

function describeValue(
  { registration }: CollectedRecord,
  { field, sealed, kept, text }: CollectedRecord['record']['values'][number],
  { language, termsOf }: Descriptions,
): HeldValue {
  const { category, categoryTitle, dpv, purposes, seenBy, recipients } = termsOf(field);
  const { label, withheld } = registration.fields[field] ?? {};
  const shown = withheld
    ? {}
    : {
        [heldProperty(category)]: new HeldText(
          sealed,
          field,
          purposes.map(({ purpose }) => purpose),
          kept.until,
          (opened) => text(opened, language),
        ),
      };
  return {
    field,
    label: label?.[language] ?? field,
    category,
    categoryTitle,
    dpv,
    purposes,
    seenBy,
    recipients,
    keptUntil: kept.until,
    keptBecause: keptBecause(language, kept),
    stored: STORED[language],
    withheld: withheld ? WITHHELD[withheld][language] : null,
    ...shown,
  };
}
