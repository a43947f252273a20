import { vi } from 'vitest';
import type { Shop } from '../../src/app/shop.ts';
import { RawSql } from '../../src/platform/orm/raw-sql.ts';
import type { Store } from '../../src/platform/orm/store.ts';
import { SEALED_FIELDS, type SealedFieldName } from '../../src/privacy/vault/field-registry.ts';

/** A value that the vault opened. */
export interface Opening {
  readonly subjectId: string;
  readonly field: SealedFieldName;
}

/** An entry of the access log, with the subject whom its pseudonym stands for. */
export interface LoggedAccess {
  readonly subjectId: string;
  readonly viewerKind: string;
  readonly viewerId: string | null;
  readonly purpose: string;
  readonly coordinates: readonly string[];
}

/** Notes every value that the vault of a shop opens from now on. */
export function watchVault({ core }: Pick<Shop, 'core'>): Opening[] {
  const openings: Opening[] = [];
  const open = core.vault.open.bind(core.vault);
  vi.spyOn(core.vault, 'open').mockImplementation((sealed, grant) => {
    const value = open(sealed, grant);
    const { subjectId = '', field = 'mail.message' } = sealed.binding ?? {};
    openings.push({ subjectId, field });
    return value;
  });
  return openings;
}

/** The entries of the access log in their order. */
export async function readAccessLog(log: Store): Promise<LoggedAccess[]> {
  const rows = await new RawSql(log).run<Record<keyof LoggedAccess, string>>(
    `select subject_id as "subjectId", viewer_kind as "viewerKind", viewer_id as "viewerId", purpose, coordinates
     from access_entry join subject_pseudonym on subject_pseudonym.pseudonym = access_entry.pseudonym
     order by sequence`,
  );
  return rows.map((row) => ({ ...row, coordinates: JSON.parse(row.coordinates) as string[] }));
}

/** The sealed fields that an entry's coordinates say were looked at, such as `Order.lines` or `egress:mail/order.email`. */
export function fieldsOf({ coordinates }: LoggedAccess): SealedFieldName[] {
  return coordinates.map((coordinate) => {
    const egress = /^egress:[^/]+\/(.+)$/.exec(coordinate)?.[1];
    const names = Object.keys(SEALED_FIELDS) as SealedFieldName[];
    const field = names.find(
      (name) =>
        name === egress ||
        SEALED_FIELDS[name].personal.some((personal) => personal === coordinate) ||
        (name === 'mail.message' && coordinate === 'Mail.message'),
    );
    if (!field) throw new Error(`${coordinate} is the coordinate of no sealed field.`);
    return field;
  });
}
