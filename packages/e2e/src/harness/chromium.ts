import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';

/**
 * The path of the headless Chromium that comes packed in an npm package. It is unpacked once for a version and moved into
 * place whole, so that a process that starts at the same time never runs half a file.
 */
export async function chromiumPath(): Promise<string> {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const owner = process.getuid?.() ?? 'user';
  const home = join(tmpdir(), `barrier-chromium-${manifest.dependencies['@sparticuz/chromium']}-${owner}`);
  const binary = join(home, 'chromium');
  if (existsSync(binary)) return binary;
  const unpacked = mkdtempSync(`${home}-`);
  const before = process.env.TMPDIR;
  // The package unpacks to the system's folder for temporary files and to no other.
  process.env.TMPDIR = unpacked;
  try {
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(unpacked, home);
  } catch {
    // Another process was first; its copy is the same.
    rmSync(unpacked, { recursive: true, force: true });
  }
  return binary;
}
