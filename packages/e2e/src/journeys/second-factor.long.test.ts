/// <reference lib="dom" />
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findOverflow } from '../harness/find-overflow.ts';
import { findViolations } from '../harness/find-violations.ts';
import { expectFocusKept, hasFocus, tabAndEnter } from '../harness/keyboard.ts';
import { readCode } from '../harness/mailbox.ts';
import { openBrowser, openPage, visit, WIDTHS } from '../harness/open-browser.ts';
import { type RunningShop, startShop } from '../harness/start-shop.ts';
import { totpCode } from '../harness/totp-code.ts';
import { addAuthenticator } from '../harness/virtual-authenticator.ts';
import { type Language, type Words, wordsIn } from '../harness/words.ts';

let shop: RunningShop;
let browser: Browser;
beforeAll(async () => {
  [shop, browser] = await Promise.all([startShop(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await shop?.dispose();
});

const main = (page: Page) => page.getByRole('main');
const field = (page: Page, name: string) => main(page).getByRole('textbox', { name });
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });

/** Opens an account by way of the page. */
async function signUp(page: Page, context: BrowserContext, email: string, language: Language, t: Words): Promise<void> {
  await visit(page, `/${language}/sign-up`);
  await field(page, t('field.email')).fill(email);
  await button(page, t('prove.request')).click();
  await field(page, t('prove.code')).fill(await readCode(context, email));
  await button(page, t('account.signUp')).click();
  await main(page).getByText(email).waitFor();
}

async function signOut(page: Page, language: Language, t: Words): Promise<void> {
  await visit(page, `/${language}/account`);
  await button(page, t('account.signOutHere')).click();
  await main(page).getByText(t('account.signedOut')).waitFor();
}

/** Lets eleven minutes pass since everybody signed in: the shop's own clock cannot be moved from here. */
function ageProofs(): void {
  const database = new DatabaseSync(join(shop.dataDir, 'main.db'));
  database.exec('update account_session set proved_at = proved_at - 660000');
  database.close();
}

/** Runs in the page: a browser that offers no passkeys in fields. */
function withoutAutofill(): void {
  PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
}

it.each([
  ['phone', 'de'],
  ['desk', 'en'],
] as const)(
  'Somebody guards their account by passkey, app and recovery codes, at the width of a %s (%s)',
  async (width, language) => {
    const t = wordsIn(language);
    const email = `guarded.${width}@example.com`;
    const { page, context, complaints } = await openPage(browser, shop, { viewport: WIDTHS[width], locale: language });
    const device = await addAuthenticator(page);
    // The device on the desk fills passkeys in, and being one of the protocol's it does so at once; the phone has but the button.
    if (width === 'phone') await page.addInitScript(withoutAutofill);
    await signUp(page, context, email, language, t);
    await main(page)
      .getByRole('link', { name: t('security.open') })
      .click();
    await main(page).getByText(t('passkey.none')).waitFor();
    expect(await findViolations(page)).toEqual([]);

    const called = t('account.deviceName', { browser: 'Chrome', system: 'Linux' });
    await tabAndEnter(page, button(page, t('passkey.add')));
    await main(page)
      .getByText(t('passkey.added', { name: called }))
      .waitFor();
    await expectFocusKept(page);
    expect(await device.count()).toBe(1);
    await button(page, `${t('passkey.rename')} ${called}`).click();
    await field(page, t('passkey.name')).fill('Blue key');
    await page.keyboard.press('Enter');
    await main(page)
      .getByText(t('passkey.renamed', { name: 'Blue key' }))
      .waitFor();
    await expectFocusKept(page);

    await button(page, t('totp.setUp')).click();
    await main(page)
      .getByRole('img', { name: t('totp.picture') })
      .waitFor();
    await expectFocusKept(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);
    const secret = ((await main(page).locator('.font-mono').textContent()) ?? '').replaceAll(' ', '');
    await field(page, t('factor.code')).fill('000 00');
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page, t('factor.code')).getAttribute('aria-invalid')).toBe('true');
    await field(page, t('factor.code')).fill(totpCode(secret));
    await page.keyboard.press('Enter');
    const codes = main(page).locator('ol li');
    await expect.poll(() => codes.count()).toBe(10);
    await expectFocusKept(page);
    expect(await findViolations(page)).toEqual([]);
    expect(await findOverflow(page)).toEqual([]);
    const [first = ''] = await codes.allTextContents();
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, t('recovery.download')).click()]);
    expect(file.suggestedFilename()).toBe('barrier-recovery-codes.txt');
    // On paper there is nothing else.
    await page.emulateMedia({ media: 'print' });
    expect(await codes.first().isVisible()).toBe(true);
    expect(await page.getByRole('banner').or(page.getByRole('heading')).filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await button(page, t('recovery.kept')).click();
    await expect.poll(() => codes.count()).toBe(0);

    // A mailed code alone does not do any more.
    await device.verify(false);
    await signOut(page, language, t);
    await field(page, t('field.email')).fill(email);
    await button(page, t('prove.request')).click();
    await field(page, t('prove.code')).fill(await readCode(context, email, 4));
    await button(page, t('account.signIn')).click();
    await main(page).getByText(t('factor.passkeyLead')).waitFor();
    await expectFocusKept(page);
    expect(await findViolations(page)).toEqual([]);
    await button(page, t('factor.useRecovery')).click();
    await expect.poll(() => hasFocus(field(page, t('factor.recoveryCode')))).toBe(true);
    await page.keyboard.type('aaaaa-aaaaa');
    await page.keyboard.press('Enter');
    await expect.poll(() => field(page, t('factor.recoveryCode')).getAttribute('aria-invalid')).toBe('true');
    await field(page, t('factor.recoveryCode')).fill(first);
    await page.keyboard.press('Enter');
    await main(page).getByText(email).waitFor();
    await visit(page, `/${language}/account/security`);
    await main(page).getByText('9', { exact: false }).first().waitFor();

    // The passkey does, and needs no address: picked among what the browser fills in, or by the button.
    await signOut(page, language, t);
    if (width === 'phone') {
      await button(page, t('passkey.signIn')).click();
      await main(page).getByText(t('passkey.notShown')).waitFor();
      expect(await findViolations(page)).toEqual([]);
      await device.verify(true);
      await button(page, t('passkey.signIn')).click();
    } else {
      await device.verify(true);
      await visit(page, `/${language}/sign-in`);
    }
    await main(page).getByText(email).waitFor();

    // Long afterwards it proves as well who removes the app.
    ageProofs();
    await visit(page, `/${language}/account/security`);
    await button(page, t('totp.remove')).click();
    await main(page).getByText(t('totp.removeLead')).waitFor();
    await button(page, t('security.removeNow')).click();
    await main(page).getByText(t('factor.passkeyLead')).waitFor();
    await expectFocusKept(page);
    expect(await findViolations(page)).toEqual([]);
    await button(page, t('factor.showPasskey')).click();
    await main(page).getByText(t('totp.removed')).waitFor();
    await expectFocusKept(page);
    expect(
      await main(page)
        .getByRole('heading', { name: t('recovery.title') })
        .count(),
    ).toBe(0);
    expect(shop.output()).not.toContain(secret);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
