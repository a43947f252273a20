const words = new Intl.Segmenter('zh', { granularity: 'word' });
const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** More letters stand on no line; to measure a hostile word in full would take seconds. */
const LONGEST_WORD = 200;

/**
 * Breaks a text into lines of at most `width`: at spaces, after hyphens and between Chinese words; a word too long for a line is cut.
 * What is beyond `maxLines` is left out with an ellipsis, so no text can take more room than its place has.
 */
export function wrapText(
  text: string,
  { width, maxLines, measure }: { width: number; maxLines: number; measure: (text: string) => number },
): string[] {
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  for (const piece of piecesOf(text, width, measure)) {
    if (line && lineWidth + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
      lineWidth = 0;
    }
    if (lines.length === maxLines) return [...lines.slice(0, -1), shorten(lines.at(-1) ?? '', width, measure)];
    line += piece;
    lineWidth += measure(piece);
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines;
}

/** The words, and the parts of words that are wider than a line. */
function* piecesOf(text: string, width: number, measure: (text: string) => number): Generator<string> {
  for (const word of wordsOf(text)) {
    if (word.length <= LONGEST_WORD && measure(word.trimEnd()) <= width) yield word;
    else yield* cut(word, width, measure);
  }
}

/** What may not be torn apart: a word with the punctuation and the space that follow it, and an opening bracket that precedes it. */
function* wordsOf(text: string): Generator<string> {
  let word = '';
  let open = true;
  for (const { segment, isWordLike } of words.segment(text)) {
    const opens = /^[\p{Ps}\p{Pi}\p{Sc}]/u.test(segment);
    if (!open && word && (opens || isWordLike || word.endsWith(' '))) {
      yield word;
      word = '';
    }
    word += segment;
    open = opens;
  }
  if (word) yield word;
}

function* cut(word: string, width: number, measure: (text: string) => number): Generator<string> {
  let part = '';
  let partWidth = 0;
  for (const { segment } of letters.segment(word)) {
    const letterWidth = measure(segment);
    if (part && partWidth + letterWidth > width) {
      yield part;
      part = '';
      partWidth = 0;
    }
    part += segment;
    partWidth += letterWidth;
  }
  yield part;
}

function shorten(line: string, width: number, measure: (text: string) => number): string {
  const kept = [...letters.segment(line)].map(({ segment }) => segment);
  const withEllipsis = () => `${kept.join('').trimEnd()}…`;
  while (kept.length > 0 && measure(withEllipsis()) > width) kept.pop();
  return withEllipsis();
}
