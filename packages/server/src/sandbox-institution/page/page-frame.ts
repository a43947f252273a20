import { type Language, languages, languageTags } from './choose-language.ts';
import { type Html, html, verbatim } from './html.ts';
import { messagesIn } from './page-messages.ts';
import { pageStyle } from './page-style.ts';

/** The mark of the institution: a bank of sand with water over it. */
const mark = html`<svg viewBox="0 0 28 28" aria-hidden="true" focusable="false"><rect width="28" height="28" rx="8" fill="currentColor" opacity=".14"/><path d="M4 19.5c3.2 0 4.4-6.5 8.4-6.5 3.6 0 5.4 6.5 11.6 6.5" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"/><path d="M4 23.2h20M9 8.4h7M19.5 8.4h1" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" opacity=".6"/></svg>`;

// Byte for byte: escaped, the style would not match its hash in the policy.
const style = verbatim(`<style>${pageStyle}</style>`);

/** A page around its content; `path` is where the language links lead. */
export function pageFrame(page: { language: Language; title: string; path: string; content: Html }): string {
  const { language, path } = page;
  const text = messagesIn(language);
  const links = (Object.keys(languages) as Language[]).map(
    (code) =>
      html`<a href="${path}?lang=${code}" hreflang="${languageTags[code]}" lang="${languageTags[code]}" ${code === language ? html`aria-current="true"` : ''}>${languages[code]}</a>`,
  );
  return html`<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${page.title} · Sandbank</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${style}
</head>
<body>
<div class="page">
<header class="top">
<div class="brand">${mark}<span><span aria-hidden="true">Sandbank</span><span class="unseen">${text.institution}</span></span><span class="tag">${text.sandbox}</span></div>
<nav class="languages" aria-label="${text.languages}">${links}</nav>
</header>
<main>${page.content}</main>
</div>
</body>
</html>
`.markup;
}

/** The page's icon. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="8" fill="#17506f"/><path d="M4 19.5c3.2 0 4.4-6.5 8.4-6.5 3.6 0 5.4 6.5 11.6 6.5" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>`;
