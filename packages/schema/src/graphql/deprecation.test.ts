import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DirectiveNode, parse, visit } from 'graphql';
import { describe, expect, it } from 'vitest';

/** The form of docs/deprecation.md: since when, until when at the earliest, and what to use instead. */
const REASON = /^Since (\d{4}-\d{2}-\d{2}), until (\d{4}-\d{2}-\d{2}): \S.*\.$/;
const MONTHS = 6;

/** What is wrong with the deprecations of a schema; empty if all are in the agreed form. */
function faultsOf(sdl: string): string[] {
  const faults: string[] = [];
  visit(parse(sdl), {
    Directive: (directive, _key, _parent, _path, ancestors) => {
      if (directive.name.value !== 'deprecated') return;
      const names = ancestors.flatMap((node) => ('name' in node && node.name ? [node.name.value] : []));
      const fault = faultOf(directive);
      if (fault) faults.push(`${names.join('.')}: ${fault}`);
    },
  });
  return faults;
}

function faultOf({ arguments: given = [] }: DirectiveNode): string | null {
  const reason = given.find(({ name }) => name.value === 'reason')?.value;
  const [, since, until] = (reason?.kind === 'StringValue' && REASON.exec(reason.value)) || [];
  if (!since || !until) return 'no reason in the agreed form';
  if (!isDay(since) || !isDay(until)) return 'no day of the calendar';
  const earliest = new Date(since);
  earliest.setUTCMonth(earliest.getUTCMonth() + MONTHS);
  return new Date(until) < earliest ? `less than ${MONTHS} months` : null;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

describe('Whatever is deprecated in the schema', () => {
  it('says since when, until when at the earliest, and what to use instead', () => {
    expect(faultsOf(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'))).toEqual([]);
  });

  const deprecated = (mark: string) => `type Order { number: String! old: String ${mark} }`;
  it.each<[string, string[]]>([
    ['@deprecated(reason: "Since 2027-01-31, until 2027-07-31: use `number`.")', []],
    ['@deprecated', ['Order.old: no reason in the agreed form']],
    ['@deprecated(reason: "use `number`.")', ['Order.old: no reason in the agreed form']],
    ['@deprecated(reason: "Since 2027-01-31, until 2027-07-31.")', ['Order.old: no reason in the agreed form']],
    ['@deprecated(reason: "Since 2027-02-30, until 2027-09-30: use `number`.")', ['Order.old: no day of the calendar']],
    ['@deprecated(reason: "Since 2027-01-31, until 2027-07-30: use `number`.")', ['Order.old: less than 6 months']],
  ])('is held to that: %s', (mark, faults) => {
    expect(faultsOf(deprecated(mark))).toEqual(faults);
  });

  it('is found on arguments, input fields and values of enums too', () => {
    const sdl = `type Query { orders(old: Int @deprecated): Int } input Filter { old: Int @deprecated } enum State { OLD @deprecated }`;
    expect(faultsOf(sdl).map((fault) => fault.split(':')[0])).toEqual(['Query.orders.old', 'Filter.old', 'State.OLD']);
  });
});
