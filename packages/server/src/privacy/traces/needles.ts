import { parse as parseUuid } from 'uuid';

/** Something that is looked for in bytes: what it is, and the ways in which it may stand there. */
export interface Needle {
  /** As it is reported; never the value. */
  readonly kind: string;
  /** Looked for where letters of ASCII are in lower case. */
  readonly folded: readonly Needled[];
  /** Looked for as they are. */
  readonly exact: readonly Needled[];
}

interface Needled {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Fewer characters than this are found everywhere. */
export const SHORTEST_VALUE = 4;

/** Letters of ASCII in lower case; other bytes are changed alike in both, what is looked for and where. */
export function fold(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1');
}

/**
 * A text, in whatever case its letters of ASCII are: in UTF-8 and UTF-16, as composed or decomposed letters, escaped as JSON and addresses
 * do, in hexadecimal, and in base64 of either alphabet at each of its alignments.
 */
export function needleOfText(kind: string, value: string): Needle {
  const forms = [...new Set([value.normalize('NFC'), value.normalize('NFD')])];
  const folded = forms.flatMap((form) => {
    const utf8 = Buffer.from(form, 'utf8');
    const utf16 = Buffer.from(form, 'utf16le');
    const escaped = form.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
    // Hexadecimal of other cases differs by more than its own letters.
    const cases = [utf8, asciiCase(form, 'lower'), asciiCase(form, 'upper')];
    return [
      { encoding: 'UTF-8', bytes: utf8 },
      { encoding: 'UTF-16', bytes: utf16 },
      { encoding: 'UTF-16', bytes: Buffer.from(utf16).swap16() },
      { encoding: 'escaped', bytes: Buffer.from(escaped) },
      { encoding: 'escaped', bytes: Buffer.from(encodeURIComponent(form)) },
      ...cases.map((one) => ({ encoding: 'hexadecimal', bytes: Buffer.from(one.toString('hex')) })),
      { encoding: 'hexadecimal', bytes: Buffer.from(utf16.toString('hex')) },
    ];
  });
  const exact = forms.flatMap((form) =>
    [Buffer.from(form, 'utf8'), asciiCase(form, 'lower'), asciiCase(form, 'upper')].flatMap(inBase64),
  );
  return needle(kind, folded, exact);
}

/** Bytes, as they are, in hexadecimal and in base64. */
export function needleOfBytes(kind: string, bytes: Buffer): Needle {
  return needle(
    kind,
    [{ encoding: 'hexadecimal', bytes: Buffer.from(bytes.toString('hex')) }],
    [{ encoding: 'bytes', bytes }, ...inBase64(bytes)],
  );
}

/** An identifier: its text and its sixteen bytes. */
export function needleOfUuid(kind: string, id: string): Needle {
  const text = needleOfText(kind, id);
  const binary = needleOfBytes(kind, Buffer.from(parseUuid(id)));
  return needle(kind, [...text.folded, ...binary.folded], [...text.exact, ...binary.exact]);
}

/** How many bytes of one chunk must be read again with the next. */
export function longestOf(needles: readonly Needle[]): number {
  return Math.max(0, ...needles.flatMap(({ folded, exact }) => [...folded, ...exact].map(({ bytes }) => bytes.length)));
}

function needle(kind: string, folded: readonly Needled[], exact: readonly Needled[]): Needle {
  return {
    kind,
    folded: distinct(folded.map(({ encoding, bytes }) => ({ encoding, bytes: fold(bytes) }))),
    exact: distinct(exact),
  };
}

function distinct(list: readonly Needled[]): Needled[] {
  const byBytes = new Map<string, Needled>();
  for (const one of list) {
    const key = one.bytes.toString('latin1');
    if (!byBytes.has(key)) byBytes.set(key, one);
  }
  return [...byBytes.values()];
}

function asciiCase(text: string, to: 'lower' | 'upper'): Buffer {
  const change = (letters: string) => (to === 'lower' ? letters.toLowerCase() : letters.toUpperCase());
  return Buffer.from(text.replace(/[A-Za-z]+/g, change), 'utf8');
}

/** The characters of base64 that the bytes alone decide, when none, one or two others stand before them. */
function inBase64(bytes: Buffer): Needled[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const text = whole.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
    const url = text.replaceAll('+', '-').replaceAll('/', '_');
    return [text, url].map((one) => ({ encoding: 'base64', bytes: Buffer.from(one) }));
  });
}
