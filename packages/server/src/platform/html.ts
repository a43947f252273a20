/** HTML in which everything that came from elsewhere is escaped. */
export class SafeHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML; also safe between double quotes. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A template of HTML: what is put in is escaped, unless it is {@link SafeHtml} itself. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | SafeHtml | readonly SafeHtml[])[]
): SafeHtml {
  const written = values.map((value) => {
    if (value instanceof SafeHtml) return value.text;
    return typeof value === 'string' ? escapeHtml(value) : value.map(({ text }) => text).join('');
  });
  return new SafeHtml(strings.reduce((whole, part, index) => `${whole}${written[index - 1] ?? ''}${part}`));
}
