/** A figure with its target. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit?: string;
  /** It must be at least this. */
  readonly least?: number;
  /** It must be at most this. */
  readonly most?: number;
  /** What it was computed from. */
  readonly note?: string;
}

/** Prints the figures; answers whether all are within their targets. */
export function reportRows(rows: readonly Row[]): boolean {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const row of rows) {
    const { name, value, unit = '', note = '' } = row;
    const verdict = withinTarget(row) ? 'ok' : 'MISSED';
    process.stdout.write(
      `${name.padEnd(width)}  ${written(value, unit).padStart(10)}  ${targetOf(row).padEnd(16)}  ${verdict.padEnd(6)}  ${note}\n`,
    );
  }
  const missed = rows.filter((row) => !withinTarget(row)).length;
  process.stdout.write(
    missed === 0
      ? 'All figures are within their targets.\n'
      : `${missed} of ${rows.length} figures miss their targets.\n`,
  );
  return missed === 0;
}

function withinTarget({ value, least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Row): boolean {
  return value >= least && value <= most;
}

function targetOf({ least, most, unit = '' }: Row): string {
  if (least !== undefined) return `at least ${least}${unit}`;
  return most === undefined ? '' : `at most ${most}${unit}`;
}

function written(value: number, unit: string): string {
  return `${unit === ' ms' || unit === ' MB' ? value.toFixed(0) : value.toFixed(2)}${unit}`;
}
