/** A way in which a text may stand in bytes. */
interface Trace {
  readonly encoding: string;
  readonly bytes: Buffer;
}

/**
 * Tells which texts stand in some bytes, as `value (encoding)`: in UTF-8 as written and in other cases, in UTF-16, hexadecimal,
 * base64 at each of its three alignments, percent-encoded, or escaped as JSON does.
 */
export function findTraces(haystack: Buffer, values: readonly string[]): string[] {
  return values.flatMap((value) => {
    const found = tracesOf(value).find(({ bytes }) => haystack.includes(bytes));
    return found ? [`${value} (${found.encoding})`] : [];
  });
}

function tracesOf(value: string): Trace[] {
  const utf8 = Buffer.from(value, 'utf8');
  const utf16 = Buffer.from(value, 'utf16le');
  const text = (encoding: string, written: string) => ({ encoding, bytes: Buffer.from(written, 'utf8') });
  return [
    text('UTF-8', value),
    text('lower case', value.toLowerCase()),
    text('upper case', value.toUpperCase()),
    text('decomposed', value.normalize('NFD')),
    text('percent-encoded', encodeURIComponent(value)),
    text(
      'JSON escapes',
      value.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ),
    text('hexadecimal', utf8.toString('hex')),
    text('hexadecimal in capitals', utf8.toString('hex').toUpperCase()),
    text('hexadecimal of UTF-16', utf16.toString('hex')),
    { encoding: 'UTF-16LE', bytes: utf16 },
    { encoding: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    ...[0, 1, 2].flatMap((offset) => {
      const written = base64Of(utf8, offset);
      return [
        text(`base64 at ${offset}`, written),
        text(`base64url at ${offset}`, written.replaceAll('+', '-').replaceAll('/', '_')),
      ];
    }),
  ];
}

/** The characters of base64 that the bytes alone decide, when so many others stand before them. */
function base64Of(bytes: Buffer, offset: number): string {
  const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
  return whole.toString('base64').slice(Math.ceil((offset * 8) / 6), Math.floor((whole.length * 8) / 6));
}
