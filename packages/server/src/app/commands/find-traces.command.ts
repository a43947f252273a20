import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { validate } from 'uuid';
import { findTraces, type TraceReport } from '../../privacy/traces/find-traces.ts';
import { type Needle, needleOfText, SHORTEST_VALUE } from '../../privacy/traces/needles.ts';
import { TOMBSTONES } from '../../privacy/traces/subject-rows.ts';
import { whatMayRemain } from '../../privacy/traces/what-may-remain.ts';
import { readConfig } from '../config.ts';
import { progressBar } from './progress-bar.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `privacy:traces --subject ID`: looks for somebody in every file that the shop writes, beside the running server, and changes nothing. Exit
 * code 1 if something is found where it may not be.
 * @throws {UsageError}
 */
export async function findTracesCommand(args: string[]): Promise<void> {
  const { values: options } = parseArgs({
    args,
    options: {
      subject: { type: 'string' },
      'values-from-stdin': { type: 'boolean', default: false },
      'postgres-data': { type: 'string' },
    },
  });
  const subjectId = options.subject?.toLowerCase();
  if (!subjectId || !validate(subjectId)) throw new UsageError(USAGE['privacy:traces'].call);
  const values = options['values-from-stdin'] ? await readValues() : [];
  const { mainUrl, keysUrl, logUrl, dataDir, picturesDir, erasureLedger } = readConfig(process.env);
  const stores = { main: mainUrl, keys: keysUrl, log: logUrl };
  const bar = progressBar();
  let report: TraceReport;
  try {
    report = await findTraces({
      subjectId,
      values,
      stores,
      folders: { DATA_DIR: dataDir, PICTURES_DIR: picturesDir },
      ledger: erasureLedger,
      postgresData: options['postgres-data'] ?? null,
      onProgress: (done, total) => bar.show(done, total, `${Math.round(done / 1e6)} of ${Math.round(total / 1e6)} MB`),
    });
  } finally {
    bar.done();
  }
  const living = Object.entries(report.rows).filter(([table]) => !TOMBSTONES.has(table) && table !== 'bus_event');
  say(`Looked through ${report.files} files${PLACES[report.postgres ?? 'NONE']}.`);
  for (const [table, count] of living) say(`Found: ${count} row${count === 1 ? '' : 's'} of ${table}.`);
  for (const place of report.found) say(`Found: ${place}.`);
  for (const place of report.remaining) say(`May remain: ${place}.`);
  for (const line of await whatMayRemain(stores, subjectId)) say(`May remain: ${line}`);
  const nothing = living.length === 0 && report.found.length === 0;
  say(nothing ? 'Nothing is found where it may not be.' : 'Something is found where it may not be.');
  if (!nothing) process.exitCode = 1;
}

const PLACES: Readonly<Record<'FILES' | 'TABLES' | 'NONE', string>> = {
  FILES: ', those of PostgreSQL among them',
  TABLES:
    ', and every table of PostgreSQL by its rows: its files cannot be read by this user (--postgres-data names their folder)',
  NONE: '',
};

/** One value a line; what is too short is said to be left out. */
async function readValues(): Promise<Needle[]> {
  const needles: Needle[] = [];
  let number = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    const value = line.trim();
    if (value === '') continue;
    if ([...value].length < SHORTEST_VALUE)
      say(`Line ${number} is shorter than ${SHORTEST_VALUE} signs: not looked for.`);
    else needles.push(needleOfText(`value of line ${number}`, value));
  }
  return needles;
}
