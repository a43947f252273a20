import { inflateSync } from 'node:zlib';

/** What a reader of a PDF gets: the text of each page, one string per piece of text drawn, and all that is not in a stream. */
export interface ReadPdf {
  pages: string[][];
  /** Document structure and metadata as written, streams unpacked. */
  source: string;
}

/**
 * Reads a PDF as pdfkit writes it (one content stream a page, fonts with a ToUnicode map). Enough to see in the bytes what was said,
 * not a reader of PDFs in general.
 */
export function readPdf(pdf: Buffer): ReadPdf {
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of pdf.toString('latin1').matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    objects.set(id, unpack(body));
  }
  const referred = (body: string, key: string) =>
    objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '') ?? '';
  const bodies = [...objects.values()];
  const pages = bodies.filter((body) => /\/Type \/Page\n/.test(body));
  return {
    source: bodies.join('\n'),
    pages: pages.map((page) => {
      const fontList = /\/Font <<(.*?)>>/s.exec(referred(page, 'Resources'))?.[1] ?? '';
      const fonts = new Map<string, Map<string, string>>();
      for (const [, name = '', id = ''] of fontList.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
        fonts.set(name, lettersOf(referred(objects.get(id) ?? '', 'ToUnicode')));
      }
      return textsOf(referred(page, 'Contents'), fonts);
    }),
  };
}

function unpack(body: string): string {
  const [, head, data] = /^(.*?)\nstream\n(.*)\nendstream$/s.exec(body) ?? [];
  if (head === undefined || data === undefined) return body;
  const bytes = Buffer.from(data, 'latin1');
  return `${head}\n${(head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')}`;
}

/** Glyph number to letters, from `beginbfrange` lines with a list each. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*?)\]/gs)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return letters;
}

function textsOf(content: string, fonts: Map<string, Map<string, string>>): string[] {
  let font = new Map<string, string>();
  const texts: string[] = [];
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gs)) {
    if (name) font = fonts.get(name) ?? new Map<string, string>();
    else {
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(
        ([, hex = '']): string[] => hex.match(/.{4}/g) ?? [],
      );
      texts.push(glyphs.map((glyph) => font.get(glyph) ?? '\uFFFD').join(''));
    }
  }
  return texts;
}
