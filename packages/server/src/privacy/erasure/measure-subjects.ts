import type { Category } from '@barrier/schema/privacy/category.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import type { ErasureRegistration, PrivacyRegistry } from '../registry/privacy-registry.ts';
import { sealedField } from '../vault/field-registry.ts';

/** What there is of some subjects: kinds and counts, never a value. */
export interface SubjectMeasure {
  /** Sealed values, by category. */
  readonly values: Readonly<Partial<Record<Category, number>>>;
  /** Rows, by the name of their erasure registration. */
  readonly records: Readonly<Record<string, number>>;
  /** What would stay, by the name of its registration; null where it cannot be counted. */
  readonly stays: Readonly<Record<string, number | null>>;
}

/** Counts what an erasure of these subjects would delete and what would stay, by the registries that it works by. Nothing is opened. */
export async function measureSubjects(
  { downloads, erasures, remnants }: PrivacyRegistry,
  em: SqlEntityManager,
  subjectIds: readonly string[],
): Promise<SubjectMeasure> {
  const values: Partial<Record<Category, number>> = {};
  for (const { collect } of downloads) {
    for (const subjectId of subjectIds) {
      const records = await collect(em, subjectId);
      for (const { field } of records.flatMap((record) => record.values)) {
        const { category } = sealedField(field);
        values[category] = (values[category] ?? 0) + 1;
      }
    }
  }
  const records: Record<string, number> = {};
  for (const registration of erasures) {
    const count = await countRows(registration, em, subjectIds);
    if (count > 0) records[registration.name] = count;
  }
  const stays: Record<string, number | null> = {};
  for (const { name, count } of remnants) {
    const left = await count(em, subjectIds);
    if (left !== 0) stays[name] = left;
  }
  return { values, records, stays };
}

async function countRows(
  { entity, count }: ErasureRegistration,
  em: SqlEntityManager,
  subjectIds: readonly string[],
): Promise<number> {
  if (count) {
    let sum = 0;
    for (const subjectId of subjectIds) sum += await count(em, subjectId);
    return sum;
  }
  const meta = [...em.getMetadata().getAll().values()].find(({ className }) => className === entity);
  const column = meta?.props.find(({ name }) => name === 'subjectId')?.fieldNames[0];
  if (!meta || !column || subjectIds.length === 0) return 0;
  const [row] = await sqlIn(em).run<{ rows: number | string }>(
    `select count(*) as rows from "${meta.tableName}" where "${column}" in ${placeholders(subjectIds.length)}`,
    subjectIds,
  );
  return Number(row?.rows ?? 0);
}
