import { keptBecause } from '@barrier/schema/privacy/kept-because.ts';
import { dayText, momentText, TAGS } from '../../../platform/day-text.ts';
import { html, SafeHtml } from '../../../platform/html.ts';
import { partTitle } from '../holdings/collect-part.ts';
import { factText } from '../holdings/fact-text.ts';
import { WITHHELD } from '../holdings/holdings-texts.ts';
import type { ArchiveFile, ArchiveSubject } from './archive-file.ts';
import { htmlTexts } from './archive-html-texts.ts';
import { ARCHIVE_STYLE } from './archive-style.ts';
import type { CopiedRecord, CopiedValue } from './part-content.ts';

/** `index.html`: everything, for people; one page that needs nothing from elsewhere, runs nothing, and can be printed. */
export function archiveHtml(subject: ArchiveSubject): ArchiveFile {
  const { language, made } = subject;
  const texts = htmlTexts(language);
  // Whatever a value may hold, a browser runs and fetches nothing here.
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return {
    name: 'index.html',
    head: html`<!doctype html>
<html lang="${TAGS[language]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer">
<title>${texts.title}</title><style>${new SafeHtml(ARCHIVE_STYLE)}</style></head><body><main>
<h1>${texts.title}</h1><p>${texts.intro(momentText(made.toISOString(), language))}</p><p class="soft">${texts.files}</p>
`.text,
    part: ({ records }) => partHtml(subject, records).text,
    beforeHistory: html`${termsHtml(subject)}<section><h2>${texts.history}</h2><p class="soft">${texts.historyIntro}</p>
<table><thead><tr><th scope="col">${texts.when}</th><th scope="col">${texts.who}</th><th scope="col">${texts.why}</th><th scope="col">${texts.what}</th></tr></thead><tbody>
`.text,
    entry: ({ at, viewerDescription, reasonDescription, purposeDescription, categories }) =>
      html`<tr><td>${momentText(at, language)}</td><td>${viewerDescription}</td><td>${reasonDescription} ${purposeDescription}</td><td>${categories.join(', ')}</td></tr>
`.text,
    foot: '</tbody></table></section></main></body></html>\n',
  };
}

function partHtml(subject: ArchiveSubject, records: readonly CopiedRecord[]): SafeHtml {
  const { language, registrations } = subject;
  const titled = records.map(({ kind, name }) => {
    const { title, leads = false } = registrations.get(kind) ?? {};
    return { title: title?.[language] ?? kind, name, leads };
  });
  return html`<section><h2>${partTitle(titled, language)}</h2>
${records.map((record, at) => recordHtml(subject, record, titled[at]?.leads === true ? null : (titled[at]?.title ?? null)))}</section>
`;
}

function recordHtml(subject: ArchiveSubject, record: CopiedRecord, heading: string | null): SafeHtml {
  const { language, registrations } = subject;
  const facts = Object.entries(registrations.get(record.kind)?.facts ?? {}).flatMap(([key, fact]) => {
    const text = factText(record.facts[key] ?? null, fact, language);
    return text === ''
      ? []
      : [
          html`<dt>${fact.label[language]}</dt><dd>${text}</dd>
`,
        ];
  });
  const title = heading === null ? [] : [html`<h3>${heading}</h3>`];
  return html`${title}<dl>${record.values.map((value) => valueHtml(subject, value))}${facts}</dl>
`;
}

function valueHtml({ language, fields }: ArchiveSubject, { field, kept, text }: CopiedValue): SafeHtml {
  const texts = htmlTexts(language);
  const known = fields.find(({ name }) => name === field);
  const shown = text ?? (known?.withheld ? WITHHELD[known.withheld][language] : '');
  const until = kept.until === null ? texts.notYet : texts.keptUntil(dayText(kept.until, language));
  return html`<dt>${known?.label ?? field}</dt><dd><span class="value">${shown}</span><small>${until} ${keptBecause(language, kept)}</small></dd>
`;
}

/** What holds for each field, once and not beside each value. */
function termsHtml({ language, fields, termsOf }: ArchiveSubject): SafeHtml {
  const texts = htmlTexts(language);
  const items = fields.map(({ name, label, record }) => {
    const { categoryTitle, dpv, purposes, seenBy, recipients } = termsOf(name);
    const used = purposes.map(({ description, groundDescription }) => html`${description} (${groundDescription})<br>`);
    const leaves = recipients.map(({ party, description }) => html`${party}: ${description}<br>`);
    return html`<dt>${record}: ${label}<small>${categoryTitle}, ${dpv}</small></dt><dd><small>${texts.purposes}</small>${used}<small>${texts.seenBy}</small>${seenBy.map((viewer) => html`${viewer}<br>`)}<small>${texts.recipients}</small>${leaves.length > 0 ? leaves : texts.nobody}</dd>
`;
  });
  return html`<section><h2>${texts.terms}</h2><p class="soft">${texts.termsIntro}</p><dl>${items}</dl></section>
`;
}
