import { copyFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './measure.ts';
import type { Row } from './report.ts';
import { residentMegabytes, startShop } from './server-process.ts';

const STARTS = 5;

/** How long a shop is left alone before its memory is looked at (ms). */
const IDLE_MS = 15_000;

/**
 * Starts a shop a few times, and leaves it alone after the last. The quickest start counts: a start is a matter of the clock, and
 * other work on the machine only ever makes it longer. For the memory it runs on a copy of node: where other work has had the whole file of node
 * read, Linux keeps it in huge pages, which count in full for each process that touches a part of one (20 MB), though all share them.
 */
export async function measureStart(dataDir: string): Promise<Row[]> {
  const times: number[] = [];
  const cpu: number[] = [];
  const node = `${dataDir}-node`;
  copyFileSync(process.execPath, node);
  for (let start = 1; start <= STARTS; start += 1) {
    const shop = await startShop(dataDir);
    times.push(shop.firstAnswerMs);
    cpu.push(shop.firstAnswerCpuMs);
    await shop.stop();
  }
  const idle = await startShop(dataDir, { node });
  await wait(IDLE_MS);
  const resident = await residentMegabytes(idle);
  await idle.stop();
  return [
    {
      name: 'First answer after the start of node',
      value: Math.min(...times),
      unit: ' ms',
      most: 1_000,
      note: `median ${median(times).toFixed(0)} ms, ${median(cpu).toFixed(0)} ms of processor time`,
    },
    { name: 'Resident when idle', value: resident, unit: ' MB', most: 150 },
  ];
}
