import type { Logger } from 'pino';
import { dialectOfPlatform, RawSql } from '../../platform/orm/raw-sql.ts';
import type { Store } from '../../platform/orm/store.ts';
import type { PrivacyCore } from '../core.ts';
import type { ControlResult } from '../registry/privacy-registry.ts';
import { Subject } from '../subjects/subject.entity.ts';
import { CanaryScan, type ScanResult } from './canary-scan.ts';
import { createCanarySearch } from './canary-search.ts';
import { type DatabaseFile, fileSources } from './file-sources.ts';
import { watchLog } from './log-watch.ts';
import { missingFieldsOf } from './missing-fields.ts';
import type { ScanSource } from './scan-source.ts';
import { tableSources } from './table-sources.ts';
import { tendCanaries } from './tend-canaries.ts';

/** What the controls of the canaries are made with. */
export interface CanaryControlOptions {
  readonly dataDir: string;
  /** The logger of the process. */
  readonly logger: Logger;
}

/** How many findings the sentence for the privacy officer names. */
const NAMED = 6;

/**
 * Registers the controls that look for what the canaries hold (decision 015): in files and tables (P4.1), and in the log (P4.4). Answers the
 * scan, which must be stopped before the stores are closed.
 */
export function registerCanaryControls(core: PrivacyCore, { dataDir, logger }: CanaryControlOptions): CanaryScan {
  const search = createCanarySearch(core.canary);
  const stores = Object.entries(core.stores);
  const tablesOf = (name: string, store: Store) => tableSources({ store: name, sql: new RawSql(store) });
  const isSqlite = (store: Store) => dialectOfPlatform(store.em.getPlatform()) === 'sqlite';
  const databases = stores.flatMap(([name, store]): DatabaseFile[] =>
    isSqlite(store) ? [{ path: store.config.get('dbName') ?? '', closer: () => tablesOf(name, store) }] : [],
  );
  const sources = async (): Promise<ScanSource[]> => {
    const servers = stores.filter(([, store]) => !isSqlite(store));
    // The log may lie in the same database as the main store.
    const once = servers.filter(
      ([, store], at) => servers.findIndex(([, other]) => urlOf(other) === urlOf(store)) === at,
    );
    const tables = await Promise.all(once.map(([name, store]) => tablesOf(name, store)));
    return [...(await fileSources({ folder: dataDir, databases, search })), ...tables.flat()];
  };
  const scan = new CanaryScan({ search, sources });
  core.registry.registerControl({
    name: 'canaries at rest',
    clause: 'P4.1',
    check: async () => {
      let missing = await missingOfYoungest(core);
      if (missing && missing.length > 0) {
        // Erasure or retention has taken something of it: that is in order, and the next one is due.
        await tendCanaries(core);
        missing = await missingOfYoungest(core);
      }
      const result = await scan.run();
      return result && judged(result, missing);
    },
  });

  const log = watchLog(core, search, logger);
  core.registry.registerControl({
    name: 'canaries in the log',
    clause: 'P4.4',
    check: async () => {
      const seen = log.seen();
      return seen.length === 0
        ? { state: 'GREEN', finding: 'No line of the log held a value of a canary within a day.' }
        : { state: 'RED', finding: `Lines of the log held values of a canary within a day: ${seen.join(', ')}.` };
    },
  });
  return scan;
}

function urlOf(store: Store): string {
  return store.config.get('clientUrl') ?? '';
}

/** What the youngest canary lacks; null if none was planted yet, as in the first minute of a shop. */
async function missingOfYoungest(core: PrivacyCore): Promise<string[] | null> {
  const [youngest] = await core.stores.main.em
    .fork()
    .find(Subject, { kind: 'CANARY' }, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 });
  return youngest ? missingFieldsOf(core, youngest.id) : null;
}

function judged({ found, places, complete }: ScanResult, missing: readonly string[] | null): ControlResult {
  if (found.length > 0) {
    const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
    return {
      state: 'RED',
      finding: `Values of a canary are in the clear: ${found.slice(0, NAMED).join(', ')}${more}.`,
    };
  }
  if (missing && missing.length > 0) {
    return { state: 'RED', finding: `No canary watches over ${missing.join(', ')}.` };
  }
  const planted = missing ? '' : ' None is planted yet.';
  const looked = complete
    ? `in ${places} files and tables`
    : `so far; the next run goes on in ${places} files and tables`;
  return { state: 'GREEN', finding: `No value of a canary is in the clear ${looked}.${planted}` };
}
