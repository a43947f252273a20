/** Widths in shares of the type size, taken from the wide side (DejaVu Serif), so that no fallback font runs over. */
function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1.02;
  if (/[ .,:;'’|!·ijlI]/.test(character)) return 0.34;
  if (/[frt()[\]/-]/.test(character)) return 0.45;
  if (/[mw]/.test(character)) return 0.93;
  if (/[MWÆŒ@%—]/.test(character)) return 1.05;
  if (/[DGHNOQUÄÖÜ&]/.test(character)) return 0.85;
  if (/[A-ZÀ-ÖØ-Þ–]/.test(character)) return 0.74;
  if (/[aceksvxyzàâäáèéêç]/.test(character)) return 0.59;
  return 0.645;
}

/** The width of a text in units, at a type size and with space added after each letter; never less than what is drawn. */
export function measure(text: string, size: number, tracking = 0): number {
  let width = 0;
  for (const character of text) width += (widthOfCharacter(character) + tracking) * size;
  return width;
}

/** A text gives up this share of its size, and no more, to need a line less. */
const FEWER_LINES = 0.86;

/** Whether a text is set in characters that fill a square, which look larger than letters of the same size. */
export const isSquare = (text: string): boolean => /[\u2e80-\u9fff]/.test(text);

/** A text broken into lines, with the size at which they fit. */
export interface SetText {
  lines: string[];
  size: number;
}

/** The room that a text has. */
interface Room {
  width: number;
  largest: number;
  smallest: number;
  lines: number;
  /** Height for all lines together, if it is limited. */
  height?: number;
  /** Distance of baselines in shares of the size. */
  leading?: number;
  /** Space after each letter in shares of the size. */
  tracking?: number;
}

/**
 * The largest size at which a text fits its room: words stay whole as long as they can; below the middle of the sizes
 * long words are divided; what still does not fit at the smallest size ends in an ellipsis.
 */
export function setText(text: string, room: Room): SetText {
  const clean = text.replace(/\s+/g, ' ').trim();
  const { width, largest, smallest, tracking = 0, leading = 1.2, height = Number.POSITIVE_INFINITY } = room;
  const most = (size: number): number => Math.max(1, Math.min(room.lines, Math.floor(height / (size * leading))));
  const divideBelow = smallest + (largest - smallest) * 0.45;
  let best: SetText | null = null;
  for (let size = largest; size >= smallest && (best === null || size > best.size * FEWER_LINES); size -= 1) {
    const lines = breakLines(clean, { width, size, tracking, divide: size <= divideBelow });
    if (lines === null || lines.length > most(size) || (best !== null && lines.length >= best.lines.length)) continue;
    best = { lines: balance(clean, lines, { width, size, tracking, divide: false }), size };
  }
  return best ?? cutShort(clean, { width, size: smallest, tracking, divide: true }, most(smallest));
}

/** A line to fill. */
interface Measure {
  width: number;
  size: number;
  tracking: number;
  /** Whether words may be divided. */
  divide: boolean;
}

/** As many lines as there is room for, the last one ending in an ellipsis. */
function cutShort(text: string, line: Measure, most: number): SetText {
  const all = breakLines(text, line) ?? [text];
  const lines = all.slice(0, most);
  const last = lines.at(-1);
  if (last !== undefined && all.length > lines.length) {
    const letters = [...last.replace(/[\s,.;:-]+$/, '')];
    while (letters.length > 1 && measure(`${letters.join('')}…`, line.size, line.tracking) > line.width) letters.pop();
    lines[lines.length - 1] = `${letters.join('').trimEnd()}…`;
  }
  return { lines, size: line.size };
}

/**
 * What stays together: a word up to its hyphen, or one Chinese or Japanese character with the marks that open before it
 * and close behind it.
 */
const PIECE =
  /[\uff08\u300a\u300c\u300e\u3010]*[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][\u3001\u3002\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff1a\uff1b\uff1f]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef-]+-?|-|\s+/gu;

function breakLines(text: string, { width, size, tracking, divide }: Measure): string[] | null {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string): boolean => measure(candidate.trimEnd(), size, tracking) <= width;
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  const queue: string[] = text.match(PIECE) ?? [];
  for (let piece = queue.shift(); piece !== undefined; piece = queue.shift()) {
    const word = piece;
    if (fits(line + word)) {
      line += word;
    } else if (line.trim() !== '' && fits(word)) {
      end();
      line = word.trimStart();
    } else {
      if (!divide) return null;
      const beside = line === '' ? undefined : divisionOf(word, (head) => fits(`${line}${head}-`));
      if (beside === undefined) end();
      const head = beside ?? divisionOf(word, (part) => fits(`${part}-`)) ?? [...word].slice(0, 2).join('');
      line += `${head}-`;
      end();
      queue.unshift(word.slice(head.length));
    }
  }
  end();
  return lines;
}

const VOWEL = 'aeiouyäöüàâéèêô';
const ONSET = new RegExp(`^(?:sch|ch|st|sp|ph|qu|[bcdfghjklmnpqrstvwxzß])[${VOWEL}]`, 'i');

/** The longest head of a word that fits and ends where a syllable may, before a consonant with its vowel; failing that, the longest that fits. */
function divisionOf(word: string, fits: (head: string) => boolean): string | undefined {
  let any: string | undefined;
  for (let cut = word.length - 3; cut >= 3; cut -= 1) {
    const head = word.slice(0, cut);
    const rest = word.slice(cut);
    if (!head.isWellFormed() || !fits(head)) continue;
    any ??= head;
    const splitsCluster = /[csp]$/i.test(head) && /^[hctp]/i.test(rest);
    if (ONSET.test(rest) && !splitsCluster && new RegExp(`[${VOWEL}]`, 'i').test(head)) return head;
  }
  return any;
}

/** Narrows the measure while the number of lines stays, so that lines come out of nearly equal length. */
function balance(text: string, lines: string[], line: Measure): string[] {
  if (lines.length < 2 || lines.some((one) => one.endsWith('-'))) return lines;
  let best = lines;
  for (let width = line.width - 4; width > line.width * 0.5; width -= 4) {
    const candidate = breakLines(text, { ...line, width });
    if (candidate === null || candidate.length > lines.length) break;
    best = candidate;
  }
  return best;
}
