/** The head of a generated document. */
export function head(title: string): string {
  return [
    `# ${title}`,
    '',
    '<!-- Generated from the code by `pnpm --filter @barrier/server sdl`; a test holds it to the code. Do not edit. -->',
  ].join('\n');
}

/** A table of columns and rows. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Code in a line of text. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Names in code, one after another; a dash if there are none. */
export function codes(names: readonly string[]): string {
  return names.map(code).join(', ') || '—';
}

/** A text as a sentence of its own, whatever stands before it. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
