import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The packages of the fonts, each by a file that it exports, and where in it the fonts are. */
const FONTS = [
  ['@expo-google-fonts/fraunces/package.json', '400Regular'],
  ['@expo-google-fonts/inter/package.json', '400Regular'],
  ['@embedpdf/fonts-sc', '../fonts'],
] as const;

/**
 * Has labels set in the site's own fonts, which come with the packages: a server often has no fonts at all, and a label must not
 * depend on which machine rendered it. To be called before the picture library is loaded, which reads this once.
 */
export async function useLabelFonts(folder: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const kept = join(folder, 'fonts');
  const folders = FONTS.map(([file, fonts]) => `<dir>${escaped(join(dirname(resolve(file)), fonts))}</dir>`);
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders.join('')}<cachedir>${escaped(kept)}</cachedir></fontconfig>`;
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const path = join(kept, 'fonts.conf');
  await writeFile(path, text, { mode: 0o600 });
  process.env.FONTCONFIG_FILE = path;
}

function escaped(path: string): string {
  return path.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
