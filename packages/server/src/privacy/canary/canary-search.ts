import type { Category } from '@barrier/schema/privacy/category.ts';
import { SEALED_FIELDS, type SealedFieldName, sealedField } from '../vault/field-registry.ts';
import type { CanaryWords } from './canary-words.ts';

/** What was found of a canary: the category of the value, or `PART` of one that is not whole. */
export type CanaryTrace = Category | 'PART';

/** Looks for the canaries' values in whatever bytes or text. */
export interface CanarySearch {
  inBytes(bytes: Buffer): CanaryTrace[];
  /** For a line of a log: the encodings that text can hold. Costs about a microsecond where nothing is found. */
  inText(text: string): CanaryTrace[];
  /** How many bytes of one chunk must be read again with the next, so that nothing is overlooked at the seam. */
  readonly overlap: number;
}

/** Makes the search for a shop's canaries. */
export function createCanarySearch(words: CanaryWords): CanarySearch {
  const fields = Object.keys(SEALED_FIELDS) as SealedFieldName[];
  // Most bytes are looked through for these alone.
  const stems = encodingsOf(words.stem);
  const digits = encodingsOf(words.digits);
  const whole = fields.map((field) => ({
    category: sealedField(field).category,
    encodings: encodingsOf(words.word(field)),
  }));
  const texts = [...stems, ...digits].filter(isText).map((encoding) => encoding.toString('latin1'));
  const holds = (bytes: Buffer, encodings: readonly Buffer[]) => encodings.some((one) => bytes.includes(one));

  const inBytes = (bytes: Buffer): CanaryTrace[] => {
    const found = new Set<CanaryTrace>();
    if (holds(bytes, digits)) found.add('PHONE');
    if (holds(bytes, stems)) {
      const named = whole.filter(({ encodings }) => holds(bytes, encodings));
      for (const { category } of named) found.add(category);
      if (named.length === 0) found.add('PART');
    }
    return [...found];
  };
  return {
    inBytes,
    inText: (text) => (texts.some((one) => text.includes(one)) ? inBytes(Buffer.from(text, 'utf8')) : []),
    overlap: Math.max(...whole.flatMap(({ encodings }) => encodings.map(({ length }) => length))),
  };
}

/**
 * The ways in which a word of ASCII letters or digits may stand in bytes: in lower case, capitalised or in capitals, as UTF-8 or
 * UTF-16 of either order, each as it is or in hexadecimal, or in base64 (of either alphabet: these words need no sign in which
 * they differ) at each of its three alignments. Escapes of JSON, SQL, HTML and addresses leave such a word as it is.
 */
function encodingsOf(word: string): Buffer[] {
  const lower = word.toLowerCase();
  // Without its first letter, so that the capitalised word is found by the same bytes.
  const cases = /\d/.test(word) ? [word] : [lower.slice(1), word.toUpperCase()];
  return cases.flatMap((text) => {
    const utf8 = Buffer.from(text, 'latin1');
    // Without its last byte, which is where the two orders differ.
    const utf16 = Buffer.from(text, 'utf16le').subarray(0, -1);
    const hex = [utf8.toString('hex'), utf16.toString('hex')];
    const capitals = hex.map((one) => one.toUpperCase()).filter((one) => !hex.includes(one));
    const base64 = [0, 1, 2].map((offset) => base64Of(utf8, offset));
    return [utf8, utf16, ...[...hex, ...capitals, ...base64].map((one) => Buffer.from(one, 'latin1'))];
  });
}

/** The characters of base64 that the bytes alone decide, when so many others stand before them. */
function base64Of(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  return whole.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
}

function isText(bytes: Buffer): boolean {
  return !bytes.includes(0);
}
