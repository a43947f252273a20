import sanitizeHtml from 'sanitize-html';

/** What a description may consist of: text and its structure. No scripts, styles, forms, frames, or pictures from other hosts. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: (
    'p br hr h2 h3 h4 h5 h6 strong b em i u s sub sup small ul ol li dl dt dd blockquote a ' +
    'table caption thead tbody tfoot tr th td'
  ).split(' '),
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    th: ['colspan', 'rowspan', 'scope'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own first heading.
    h1: 'h2',
    div: 'p',
    a: (tagName, { href, title }) => ({
      tagName,
      attribs: { ...(href ? { href, rel: 'noopener nofollow' } : {}), ...(title ? { title } : {}) },
    }),
  },
  // A div with paragraphs in it became a paragraph without text of its own.
  exclusiveFilter: ({ tag, text, mediaChildren }) =>
    tag === 'p' && text.trim() === '' && (mediaChildren?.length ?? 0) === 0,
};

const TAG = /<\/?[a-z][^>]*>/i;

/**
 * A description as the shop shows it: HTML from an allow-list. Text without any tag becomes paragraphs, parted where it
 * has empty lines. What it answers, it answers unchanged when given again.
 */
export function sanitiseDescription(description: string): string {
  const text = description.replaceAll('\r\n', '\n').trim();
  return TAG.test(text) ? sanitizeHtml(text, ALLOWED).trim() : paragraphs(text);
}

/** Plain text as paragraphs, parted where it has empty lines. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeText(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('');
}

/** Characters with a meaning in HTML, as sanitize-html writes them, so that a second run changes nothing. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
