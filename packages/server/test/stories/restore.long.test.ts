import { expect, it } from 'vitest';
import { Mail } from '../../src/features/mail/mail.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { Payment } from '../../src/features/payments/payment.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buy } from '../shop/buy.ts';
import { openTestShop } from '../shop/open-test-shop.ts';
import { shelve } from '../shop/shelve.ts';
import { copyDatabase } from '../stores/copy-database.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

describeEachDialect('A shop whose main database was restored from before an erasure', (open) => {
  it('serves and mails nothing of them, not even of an order that was under way at the backup', async () => {
    const stores = await open();
    for (const name of ['main', 'keys', 'log'] as const) await stores[name].close(true);
    const { mainUrl, keysUrl, logUrl } = stores.urls;
    const env = {
      DATABASE_URL: mainUrl,
      KEYS_DATABASE_URL: keysUrl,
      LOG_DATABASE_URL: logUrl,
      DATA_DIR: stores.dataDir,
    };
    const before = await openTestShop(env);
    const { variantId } = await shelve(before.shop);
    const erased = await buy(before, [variantId]);
    const other = await buy(before, [variantId]);
    await before.close();
    const backup = await copyDatabase(mainUrl);

    const then = await openTestShop(env);
    const em = then.shop.core.stores.main.em.fork();
    const { id, subjectId } = await em.findOneOrFail(Order, { number: erased.placed.order.number });
    await em.nativeUpdate(Order, { id }, { deliveredAt: new Date() });
    await eraseSubject(then.shop.core, subjectId);
    await then.close();

    const restored = await openTestShop({ ...env, DATABASE_URL: backup });
    try {
      expect(restored.logged()).toContain('ERASURES_REPLAYED');
      const shopper = asShopper(restored.url);
      const { errors } = await shopper.tryToFollow(erased.token);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
      const left = restored.shop.core.stores.main.em.fork();
      const counts = [
        left.count(Order, { subjectId }),
        left.count(Payment, { subjectId }),
        left.count(Mail, { subjectId }),
      ];
      expect(await Promise.all(counts)).toEqual([0, 0, 0]);
      expect((await shopper.follow(other.token)).state).toBe('PAID');
    } finally {
      await restored.close();
    }
  });
});
