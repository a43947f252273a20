import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Larger ones leave more behind in memory than they are worth (decision 031). */
const LARGEST_BYTES = 1_000_000;

it.each([
  ['server', '../../dist'],
  ["server's renderer of pages", '../../../web/dist/server'],
])(
  "What is built for the %s takes one byte a character in node's memory, in files that are not large",
  (_title, folder) => {
    const root = join(import.meta.dirname, folder);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    expect(files.length).toBeGreaterThan(3);
    const built = files.map((file) => ({ file, bytes: readFileSync(join(root, file)) }));
    expect(built.filter(({ bytes }) => bytes.some((byte) => byte > 0x7f)).map(({ file }) => file)).toEqual([]);
    expect(built.filter(({ bytes }) => bytes.length > LARGEST_BYTES).map(({ file }) => file)).toEqual([]);
  },
);
