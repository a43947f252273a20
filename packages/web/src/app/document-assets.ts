import { readFileSync } from 'node:fs';
import type { Translate } from '../platform/i18n/text.tsx';
import { htmlLanguage, type Language } from '../platform/locale/language.ts';
import type { Route } from '../platform/page/page-module.ts';
import { type PageState, STATE_ELEMENT_ID, serialisePageState } from './page-state.ts';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

let read: Readonly<Record<string, Chunk>> | undefined;

/** What the browser's build made of each source file; the build of the server stands beside it. */
function manifest(): Readonly<Record<string, Chunk>> {
  read ??= JSON.parse(readFileSync(new URL('../client/.vite/manifest.json', import.meta.url), 'utf8')) as Record<
    string,
    Chunk
  >;
  return read;
}

function chunkOf(source: string): Chunk {
  const chunk = manifest()[source];
  if (!chunk) throw new Error(`The browser's build has no ${source}.`);
  return chunk;
}

/** The style sheets and scripts of some sources with all that they import, each once. */
export function assetsOf(sources: readonly string[]): { scripts: string[]; styles: string[] } {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (source: string) => {
    const chunk = chunkOf(source);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const source of sources) visit(source);
  return { scripts: [...scripts], styles: [...styles] };
}

const ENTRY = 'src/app/entry-client.tsx';
const EARLY = 'src/app/early-steps.ts';
const PLAYGROUND = 'src/surfaces/playground/entry-playground.tsx';
const FONTS = [
  'src/components/fonts/inter-text.woff2',
  'src/components/fonts/fraunces-display.woff2',
  'src/components/fonts/fraunces-heading.woff2',
];

/** Puts style sheets, scripts and state into a rendered document; there is no inline script (D19). */
export function assemblePage(html: string, state: PageState, route: Route): string {
  const { scripts, styles } = assetsOf([ENTRY, messagesOf(state.language), route.layout.source, route.page.source]);
  const addresses = scripts.map((script) => `/${script}`).join(' ');
  const head = [
    // The page is seen and read before it can be pressed: what shows it is named here, its scripts are fetched after that.
    `<script src="/${chunkOf(EARLY).file}" data-scripts="${addresses}"></script>`,
    ...styles.map((style) => `<link rel="stylesheet" href="/${style}">`),
    ...FONTS.map(
      (font) => `<link rel="preload" as="font" type="font/woff2" href="/${chunkOf(font).file}" crossorigin>`,
    ),
  ].join('');
  const data = `<script type="application/json" id="${STATE_ELEMENT_ID}">${serialisePageState(state)}</script>`;
  const [beforeHead = '', afterHead = ''] = splitOnce(html, '</head>');
  const [body = '', end = ''] = splitOnce(afterHead, '</body>');
  return `<!doctype html>${beforeHead}${head}</head>${body}${data}</body>${end}`;
}

/** The document that says, without any script, that a page could not be made. */
export function assembleFailure(language: Language, t: Translate): string {
  const { styles } = assetsOf([ENTRY]);
  return [
    `<!doctype html><html lang="${htmlLanguage(language)}"><head><meta charset="utf-8"><title>${t('error.title')} · Barrier</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    `<script src="/${chunkOf(EARLY).file}"></script>`,
    ...styles.map((style) => `<link rel="stylesheet" href="/${style}">`),
    '</head><body><main class="shell flex flex-col items-start gap-5 py-24">',
    `<h1 class="display-3">${t('error.title')}</h1><p class="max-w-prose text-ink-soft">${t('error.body')}</p>`,
    `<p><a class="inline-link" href="">${t('error.retry')}</a> · <a class="inline-link" href="/${language}/">${t('nav.home')}</a></p>`,
    '</main></body></html>',
  ].join('');
}

/** The document of the playground: a place, and the scripts that fill it. */
export function assemblePlayground(): string {
  const { scripts, styles } = assetsOf([PLAYGROUND]);
  const [entry = '', ...preloads] = scripts;
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Playground · Barrier</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">',
    '<link rel="icon" href="/favicon.svg" type="image/svg+xml">',
    ...styles.map((style) => `<link rel="stylesheet" href="/${style}">`),
    `<script type="module" src="/${entry}"></script>`,
    ...preloads.map((script) => `<link rel="modulepreload" href="/${script}">`),
    '</head><body><main id="playground"></main></body></html>',
  ].join('');
}

function messagesOf(language: Language): string {
  return `virtual:messages/${language}`;
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator);
  if (at < 0) throw new Error(`The document has no ${separator}.`);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
