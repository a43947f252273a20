import type { Page } from 'playwright-core';

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
