/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the other colours can break; the rest was looked at in the first. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Look {
  /** For a page that takes its colours when it is loaded: the one in which it was. */
  readonly schemes?: readonly ('light' | 'dark')[];
  /** Rules that what others made cannot keep. */
  readonly without?: readonly string[];
}

/** What axe finds against WCAG 2.2 AA on a page as it stands, in its light and in its dark colours; empty is good. */
export async function findViolations(
  page: Page,
  { schemes = ['light', 'dark'], without = [] }: Look = {},
): Promise<string[]> {
  const found: string[] = [];
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(comeToRest);
    const runOnly =
      colorScheme === schemes[0]
        ? { type: 'tag' as const, values: STANDARD }
        : { type: 'rule' as const, values: COLOUR_RULES };
    // Nothing but violations is put into words, and without frames no second page is needed to add results up.
    const axe = new AxeBuilder({ page }).options({ runOnly, rules, resultTypes: ['violations'] }).setLegacyMode();
    for (const { id, nodes } of (await axe.analyze()).violations) {
      for (const { html, failureSummary } of nodes) found.push(`${colorScheme} ${id}: ${html} ${failureSummary}`);
    }
  }
  return found;
}

/** Runs in the page: the colours must be painted, and what fades must have faded, before they are measured. */
async function comeToRest(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = () =>
    document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
  await frame();
  await frame();
  // A colour that fades in a parent makes its children, which inherit it, begin to fade anew.
  while (moving().length > 0) {
    await Promise.allSettled(moving().map(({ finished }) => finished));
    await frame();
    await frame();
  }
}
