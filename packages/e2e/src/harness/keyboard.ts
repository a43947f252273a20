/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, as far as somebody who uses the keyboard can tell. */
interface Focus {
  readonly what: string;
  readonly lost: boolean;
  readonly marked: boolean;
  readonly inView: boolean;
}

/** How many times Tab is pressed before a control counts as out of reach. */
const REACH = 90;

/** Presses Tab until a control has the focus; on the way the focus is never lost, unmarked or out of sight. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  const passed: string[] = [];
  for (let presses = 0; presses < REACH; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(readFocus);
    passed.push(focus.what);
    expect(focus, `after ${passed.join(' → ')}`).toMatchObject({ lost: false, marked: true, inView: true });
    if (await hasFocus(control)) return;
  }
  throw new Error(`Tab does not reach it: ${passed.join(' → ')}`);
}

/** Goes to a control by Tab and presses Enter. */
export async function tabAndEnter(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and types into it. */
export async function tabAndType(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Whether a control has the focus. */
export function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** The focus is on something: a screen reader and the next Tab go on from there, not from the top of the page. */
export async function expectFocusKept(page: Page): Promise<void> {
  const { what, lost } = await page.evaluate(readFocus);
  expect(lost, `the focus is on ${what}`).toBe(false);
}

/** Runs in the page: looks once whatever moves has come to rest. */
async function readFocus(): Promise<Focus> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element === document.documentElement) {
    return { what: 'nothing', lost: true, marked: false, inView: false };
  }
  const what = `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 30)}"`;
  // Hidden sentinels that only pass the focus on are not stops of anybody's.
  if (element.hasAttribute('data-base-ui-focus-guard')) return { what, lost: false, marked: true, inView: true };
  // The mark may stand on the control, on the frame around it or on the control's own drawing.
  const around = [element, element.parentElement, element.parentElement?.parentElement];
  const marked = around.some((frame) => {
    if (!frame) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(frame);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  });
  const box = element.getBoundingClientRect();
  const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { what, lost: false, marked, inView };
}
