import sanitizeHtml from 'sanitize-html';
import { BadInput, MOST_CHARACTERS } from '../../../platform/input-shape.ts';

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
  // Paragraphs that only held room; the tag is still the one that was written.
  exclusiveFilter: ({ tag, text }) => /^(p|div)$/.test(tag) && text.trim() === '',
};

const TAG = /<[a-z/!][^>]*>/i;
const ENTITY = /&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i;

/** Taking something out can leave something else to take out; after so many rounds it is text alone. */
const MOST_ROUNDS = 8;

/**
 * A description as the shop shows it: HTML from an allow-list. Text without any tag becomes paragraphs, parted where it
 * has empty lines. What it answers, it answers unchanged when given again.
 */
export function sanitiseDescription(description: string): string {
  let html = cleaned(description.replaceAll('\r\n', '\n').trim(), ALLOWED);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const again = cleaned(html, ALLOWED);
    if (again === html) return html;
    html = again;
  }
  return cleaned(html, { allowedTags: [], allowedAttributes: {} });
}

/**
 * The description that a file states, sanitised. It may grow by that, since tags left open are closed, and what is stored must
 * not be longer than what the next import takes: an export would be refused.
 * @throws {BadInput} if it is too long, before or after.
 */
export function descriptionOf(given: string, path: string): string {
  const tooLong = `${path}: at most ${MOST_CHARACTERS.html} characters are allowed`;
  if (given.length > MOST_CHARACTERS.html) throw new BadInput(`${tooLong}.`);
  const html = sanitiseDescription(given);
  if (html.length > MOST_CHARACTERS.html) {
    throw new BadInput(`${tooLong}, and with its HTML closed it has ${html.length}.`);
  }
  return html;
}

function cleaned(text: string, options: sanitizeHtml.IOptions): string {
  const html = TAG.test(text) || ENTITY.test(text) ? sanitizeHtml(text, options).trim() : escapeText(text);
  return TAG.test(html) ? html : paragraphs(html);
}

/** Escaped text as paragraphs, parted where it has empty lines. */
function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br />')}</p>`)
    .join('');
}

/** Characters with a meaning in HTML, as sanitize-html writes them. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
