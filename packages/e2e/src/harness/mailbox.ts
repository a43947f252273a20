import type { BrowserContext, Page } from 'playwright-core';

/** Opens the newest mail of the demo mailbox whose subject contains `words`, as soon as there is one. */
export async function openMail(page: Page, words: string): Promise<void> {
  const mail = page.getByRole('link').filter({ hasText: words }).first();
  for (;;) {
    await page.goto('/demo/mail');
    if ((await mail.count()) > 0) break;
    // Mails leave by a queue: one looks again, as one would in a mailbox, until the test's own time is up.
    await page.waitForTimeout(200);
  }
  await mail.click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** The code in the newest mail to an address, in a tab of its own, as soon as it has had so many mails. */
export async function readCode(context: BrowserContext, to: string, mails = 1): Promise<string> {
  const tab = await context.newPage();
  const theirs = tab.getByRole('listitem').filter({ hasText: to });
  for (;;) {
    await tab.goto('/demo/mail');
    if ((await theirs.count()) >= mails) break;
    await tab.waitForTimeout(200);
  }
  await theirs.first().getByRole('link').click();
  const code = /\b\d{6}\b/.exec((await tab.getByRole('main').textContent()) ?? '')?.[0];
  await tab.close();
  if (code === undefined) throw new Error('There is no code in the mail.');
  return code;
}
