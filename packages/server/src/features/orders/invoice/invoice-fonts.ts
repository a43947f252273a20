import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create, type Font } from 'fontkit';
import { printableText } from './printable-text.ts';

/** A voice of the page: running text, emphasis, and the serif of the brand. */
export type Face = 'text' | 'strong' | 'display';

/** A stretch of text that one font file holds all letters of. */
export interface Run {
  text: string;
  /** Path of the font file. */
  file: string;
}

/** What a run asks of its font: figures of one width, so that amounts stand in line; or nothing. */
export type Figures = 'tabular' | 'proportional';

/**
 * The OpenType features to set a run with, for measuring and drawing alike. Contextual alternates and, among tabular figures, kerning
 * change nothing that an invoice shows, and in Inter they make a page several times dearer to set.
 */
export function fontFeatures(figures: Figures): Record<string, boolean> {
  return figures === 'tabular' ? { calt: false, kern: false, tnum: true } : { calt: false };
}

const require = createRequire(import.meta.url);
const inter = dirname(require.resolve('@expo-google-fonts/inter/package.json'));
const fraunces = dirname(require.resolve('@expo-google-fonts/fraunces/package.json'));
const han = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts');

/** Latin, Greek and Cyrillic first, then Chinese and Japanese; a letter is taken from the first file that has it. */
const FILES: Readonly<Record<Face, readonly string[]>> = {
  text: [join(inter, '400Regular/Inter_400Regular.ttf'), join(han, 'NotoSansHans-Regular.otf')],
  strong: [join(inter, '500Medium/Inter_500Medium.ttf'), join(han, 'NotoSansHans-Medium.otf')],
  display: [
    join(fraunces, '300Light/Fraunces_300Light.ttf'),
    join(inter, '400Regular/Inter_400Regular.ttf'),
    join(han, 'NotoSansHans-Light.otf'),
  ],
};

/** The fonts of one document: what it takes to set a text, and how wide it gets. */
export interface FontBook {
  /** The text in runs, less what no font can show; control and format characters are gone. */
  runsOf(text: string, face: Face): Run[];
  /** In points. */
  widthOf(runs: readonly Run[], size: number, figures: Figures): number;
}

/**
 * Opens fonts as they are needed. A book serves one document and goes with it: the Chinese files weigh 8 MB each, which nobody
 * should hold in memory between two invoices.
 */
export function openFontBook(): FontBook {
  const opened = new Map<string, Font>();
  const measured = new Map<string, number>();
  const fontOf = (file: string): Font => {
    const font = opened.get(file) ?? openFont(file);
    opened.set(file, font);
    return font;
  };
  const covers = (file: string, text: string) =>
    [...text].every((letter) => fontOf(file).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

  const emsOf = (text: string, file: string, figures: Figures): number => {
    const key = `${figures} ${file} ${text}`;
    const known = measured.get(key);
    if (known !== undefined) return known;
    const font = fontOf(file);
    const ems = font.layout(text, fontFeatures(figures)).advanceWidth / font.unitsPerEm;
    measured.set(key, ems);
    return ems;
  };

  return {
    runsOf(text, face) {
      const files = FILES[face];
      const runs: Run[] = [];
      for (const letter of printableText(text, (part) => files.some((file) => covers(file, part)))) {
        const last = runs.at(-1);
        // A space stays with the run before it, or Chinese text would change fonts at each.
        const file = letter === ' ' && last ? last.file : files.find((candidate) => covers(candidate, letter));
        if (!file) continue;
        if (last?.file === file) last.text += letter;
        else runs.push({ text: letter, file });
      }
      return runs;
    },
    widthOf(runs, size, figures) {
      return runs.reduce((width, { text, file }) => width + emsOf(text, file, figures) * size, 0);
    },
  };
}

function openFont(file: string): Font {
  const font = create(readFileSync(file));
  if ('fonts' in font) throw new TypeError(`${file} is a collection of fonts.`);
  return font;
}
