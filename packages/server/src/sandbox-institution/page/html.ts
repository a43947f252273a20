/** Text that is HTML already; only the two functions below make it, so nothing reaches a page unescaped. */
export type Html = { readonly markup: string };

type Piece = Html | string | number | undefined | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Template tag for HTML: escapes every value that is not HTML itself, joins lists, leaves undefined out. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return { markup: parts.reduce((markup, part, index) => markup + render(pieces[index - 1]) + part) };
}

/** Marks text of our own as HTML; never for anything that came in by a request. */
export function verbatim(markup: string): Html {
  return { markup };
}

function render(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') {
    return String(piece).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  }
  return 'markup' in piece ? piece.markup : piece.map(render).join('');
}
