/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/**
 * What makes a page scroll sideways, or is cut off at an edge of the window, as it stands; empty is good. Lists that are meant to
 * be swiped scroll in themselves and not with the page. What floats above it makes no page wider, so it is looked at for itself.
 */
export async function findOverflow(page: Page): Promise<string[]> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(sticksOut);
}

/** Runs in the page, by itself: it must not use anything around it. */
function sticksOut(): string[] {
  const root = document.scrollingElement ?? document.documentElement;
  const width = window.innerWidth;
  const name = (element: Element) => {
    const words = element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${words}`;
  };
  const holdsItsContent = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
  const isHeld = (element: Element): boolean => {
    const parent = element.parentElement;
    if (!parent || parent === document.body || parent === root) return false;
    return holdsItsContent(parent) || isHeld(parent);
  };
  const found: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const { left, right } = element.getBoundingClientRect();
    const outer = element.parentElement?.getBoundingClientRect();
    // What sticks out no further than what it is in has the same cause.
    const sticks = right > Math.max(width, outer?.right ?? 0) + 0.5 || left < Math.min(0, outer?.left ?? 0) - 0.5;
    if (sticks && right > left && !isHeld(element)) {
      found.push(`${name(element)}: from ${Math.round(left)} to ${Math.round(right)} of ${width} px`);
    }
    // What is typed may be longer than its field, and what is for screen readers alone has no width.
    const floats =
      element.closest('dialog, [role="dialog"], [popover]') !== null &&
      !element.matches('input, textarea, .sr-only, .sr-only *');
    if (floats && holdsItsContent(element) && element.scrollWidth > element.clientWidth + 1) {
      found.push(`${name(element)}: holds ${element.scrollWidth} px in ${element.clientWidth} px`);
    }
  }
  if (root.scrollWidth > width) found.push(`the page: ${root.scrollWidth} px in a window of ${width} px`);
  return found;
}
