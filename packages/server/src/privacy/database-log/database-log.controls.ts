import { RawSql } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';

/** What keeps a value of a statement or a row out of PostgreSQL's own log: the settings, and the values that do. */
const QUIET: Readonly<Record<string, readonly string[]>> = {
  // Else: "Failing row contains (…)", "Key (…)=(…) already exists", the parameters of a statement.
  log_error_verbosity: ['terse'],
  // Else: the text of whatever fails, with the values that the ORM writes into it.
  log_min_error_statement: ['panic'],
  log_statement: ['none', 'ddl'],
  log_min_duration_statement: ['-1'],
  log_min_duration_sample: ['-1'],
  log_transaction_sample_rate: ['0'],
  debug_print_parse: ['off'],
  debug_print_rewritten: ['off'],
  debug_print_plan: ['off'],
  // Of extensions; where they are not loaded, they have no settings.
  'auto_explain.log_min_duration': ['-1'],
  'pgaudit.log': ['none'],
};

/**
 * Watches that PostgreSQL itself writes down no values (P4.4). Its log would outlive erasures, and lead from an order to its goods by their
 * time. Only a superuser may set this, so that all the program can do is look.
 */
export function registerDatabaseLogControl({ registry, stores }: Pick<PrivacyCore, 'registry' | 'stores'>): void {
  const servers = Object.entries(stores)
    .map(([name, store]) => ({ name, sql: new RawSql(store) }))
    .filter(({ sql }) => sql.dialect === 'postgresql');
  if (servers.length === 0) return;
  registry.registerControl({
    name: "the database's own log",
    clause: 'P4.4',
    check: async () => {
      const loud = await Promise.all(servers.map(({ name, sql }) => loudSettings(sql, name)));
      const named = loud.flat();
      return named.length === 0
        ? { state: 'GREEN', finding: 'PostgreSQL writes no values of statements or rows into its log.' }
        : { state: 'RED', finding: `PostgreSQL may write values into its log: ${named.join(', ')}.` };
    },
  });
}

async function loudSettings({ run }: Pick<RawSql, 'run'>, store: string): Promise<string[]> {
  const rows = await run<{ name: string; value: string | null }>(
    `select name, current_setting(name, true) as value from unnest(string_to_array(?, ' ')) as name`,
    [Object.keys(QUIET).join(' ')],
  );
  return rows
    .filter(({ name, value }) => value !== null && value !== '' && !QUIET[name]?.includes(value))
    .map(({ name, value }) => `${store}.${name} = ${value}`);
}
