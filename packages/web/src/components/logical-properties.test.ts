import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const source = join(import.meta.dirname, '..');

/** Utilities that name a side by left or right, with whatever variants stand before them. */
const PHYSICAL_CLASS =
  /(?<=["'`\s:])-?(?:(?:scroll-)?[mp][lr]|(?:left|right)|rounded-(?:[lr]|[tb][lr])|border-[lr]|(?:text|float|clear)-(?:left|right))(?:-[\w./%[\]()-]+)?(?=["'`\s])/g;

/** Declarations that do the same. */
const PHYSICAL_CSS =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)*|left|right|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear):\s*(?:left|right))\s*(?=[:;])/g;

const findIn = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([found]) => found.trim());

const classesIn = (text: string) =>
  [...text.matchAll(/(["'`])((?:(?!\1)[^\n])*)\1/g)]
    .map(([literal]) => literal)
    // Sentences have other signs than lists of classes.
    .filter((literal) => /^["'`][\w\s:./%[\]()!&>*,#'="$@+{}?~^-]*["'`]$/.test(literal) && /[-:]/.test(literal))
    .join('\n');

it('Nothing in the look of the shop says left or right, so that it can be read from right to left', () => {
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:tsx?|css)$/.test(file) && !/generated|\.test\./.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(source, file), 'utf8');
      const physical = file.endsWith('.css') ? findIn(PHYSICAL_CSS, text) : findIn(PHYSICAL_CLASS, classesIn(text));
      return physical.map((what) => `${file}: ${what}`);
    });
  expect(found).toEqual([]);
});

it('What says left or right is found, and what only sounds like it is not', () => {
  const bad = '"flex ml-2 lg:-mr-4 pl-[3px] hover:text-left border-l rounded-tl-full left-0 rtl:right-1/2 scroll-ml-4"';
  expect(findIn(PHYSICAL_CLASS, bad)).toHaveLength(9);
  const good =
    '"flex ms-2 me-auto ps-4 start-0 end-1/2 border-s rounded-ss-soft text-start inset-x-0 items-left-over mx-1"';
  expect(findIn(PHYSICAL_CLASS, good)).toEqual([]);
  expect(findIn(PHYSICAL_CSS, 'a { margin-left: 1px; left: 0; text-align: right; float: left; }')).toHaveLength(4);
  expect(findIn(PHYSICAL_CSS, 'a { margin-inline-start: 1px; text-align: start; inset-inline: 0; }')).toEqual([]);
});
