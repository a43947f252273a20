import type { SqlEntityManager } from '@mikro-orm/sql';
import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import type { PrivacyCore } from '../core.ts';
import type { PrivacyRegistry } from '../registry/privacy-registry.ts';
import type { SubjectKind } from '../subjects/subject.entity.ts';

/** Who goes with their last row: what an order or an account was about. A role and an agreement are ended by their own features. */
const KINDS: readonly SubjectKind[] = ['GUEST_ORDER', 'GIFT_RECIPIENT', 'CUSTOMER'];

/** A subject younger than this (ms) may still be about to get its rows. */
const SETTLED_MS = 86_400_000;

/** How many subjects are looked at in one statement. */
const WINDOW = 500;

const FIRST = '00000000-0000-0000-0000-000000000000';

/** Walks through all active subjects and tells, a few at a time, those of whom no row is left in any entity on the erasure registry. */
export async function* findSpentSubjects({
  stores,
  registry,
  clock,
}: Pick<PrivacyCore, 'stores' | 'registry' | 'clock'>) {
  const em = stores.main.em.fork();
  const { run, dialect } = sqlIn(em);
  const before = storedMoment(new Date(clock.now().getTime() - SETTLED_MS), dialect);
  for (let after = FIRST; ; ) {
    const rows = await run<{ id: string }>(
      `select id from subject where state = 'ACTIVE' and id > ? and kind in ${placeholders(KINDS.length)} and created_at < ?
       order by id limit ${WINDOW}`,
      [after, ...KINDS, before],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    yield await spentAmong(
      registry,
      em,
      rows.map(({ id }) => id),
    );
  }
}

/** Those of some subjects of whom nothing is left. */
export async function spentAmong(
  registry: PrivacyRegistry,
  em: SqlEntityManager,
  subjectIds: readonly string[],
): Promise<string[]> {
  const tables = tablesOf(registry, em);
  // Where nothing is registered nobody can tell.
  if (tables.length === 0 || subjectIds.length === 0) return [];
  const none = tables.map(([table, column]) => `not exists (select 1 from "${table}" where "${column}" = subject.id)`);
  const rows = await sqlIn(em).run<{ id: string }>(
    `select id from subject where id in ${placeholders(subjectIds.length)} and ${none.join(' and ')}`,
    subjectIds,
  );
  return rows.map(({ id }) => id);
}

/** Tables on the erasure registry that name a subject, with the column that does. */
function tablesOf({ erasures }: PrivacyRegistry, em: SqlEntityManager): [table: string, column: string][] {
  const names = new Set(erasures.flatMap(({ entity, keepsNobody }) => (keepsNobody ? [] : [entity])));
  return [...em.getMetadata().getAll().values()].flatMap((meta) => {
    const column = meta.props.find(({ name }) => name === 'subjectId')?.fieldNames[0];
    return names.has(meta.className) && column ? [[meta.tableName, column] as [string, string]] : [];
  });
}
