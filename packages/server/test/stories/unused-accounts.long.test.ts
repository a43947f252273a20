import { afterAll, beforeAll, expect, it } from 'vitest';
import { noticeDays } from '../../src/features/accounts/notify-unused-accounts.ts';
import { SavedAddress } from '../../src/features/addresses/saved-address.entity.ts';
import { runRetention } from '../../src/privacy/retention/run-retention.ts';
import { asCustomer } from '../shop/as-customer.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readMailbox } from '../shop/read-mailbox.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const PASSWORD = 'seventeen quiet lanterns';
const DAY = 24 * 60;
const HOME = { countryCode: 'DE', addressLine1: 'Quittengasse 3', postalCode: '10115', city: 'Musterhausen' };
const SAVE = 'mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { userErrors { code } } }';

describeEachDialect('An account that nobody uses', (open) => {
  const clock = travellingClock();
  let test: TestShop;
  beforeAll(async () => {
    test = await openShopOn(await open(), { clock });
  });
  afterAll(() => test.close());

  it('is announced twice before it goes, and stays if somebody signs in', async () => {
    const [leaving, staying] = ['leaving@example.org', 'staying@example.org'];
    const [one, other] = [asCustomer(test), asCustomer(test)];
    await one.join(leaving, { password: PASSWORD });
    await other.join(staying, { password: PASSWORD, language: 'DE' });
    const kept = () => test.shop.core.stores.main.em.fork().count(SavedAddress, { account: { state: 'ACTIVE' } });
    await one.ask(SAVE, { input: { recipientName: 'Testa Mustermann', address: HOME } });
    expect(await kept()).toBe(1);
    // A spooled mail goes within a week, so that each look sees those of the last days.
    const notices = async (email: string) => {
      await test.shop.jobs.runDue();
      const mails = await readMailbox(test.url, email);
      return mails.filter(({ subject }) => /goes soon|bald gelöscht/.test(subject));
    };
    const retain = () =>
      runRetention(test.shop.core).catch((error: { code?: string }) => {
        if (error.code !== 'RETENTION_BUSY') throw error;
      });
    clock.travel((730 - 61) * DAY);
    expect(await notices(leaving)).toHaveLength(0);
    clock.travel(1.5 * DAY);
    expect(await notices(leaving)).toHaveLength(1);
    expect((await notices(staying))[0]?.text).toMatch(/wird es am .* 2\d{3} gelöscht/);
    clock.travel(1.5 * DAY);
    expect(await notices(leaving)).toHaveLength(1);

    clock.travel(40 * DAY);
    await retain();
    expect((await other.signIn(staying, PASSWORD)).data?.signIn.customer).not.toBeNull();
    clock.travel(5 * DAY);
    expect(await notices(leaving)).toHaveLength(1);
    expect(await notices(staying)).toHaveLength(0);
    clock.travel(16 * DAY);
    await until('the account is gone', async () => {
      await test.shop.jobs.runDue();
      await retain();
      return (await asCustomer(test).signIn(leaving, PASSWORD)).data?.signIn.customer === null;
    });
    expect((await other.signIn(staying, PASSWORD)).data?.signIn.customer).not.toBeNull();
    expect(await kept()).toBe(0);
  });

  it('is announced earlier where the operator keeps it for a shorter time', () => {
    expect(noticeDays(730)).toEqual([60, 14]);
    expect(noticeDays(30)).toEqual([15, 7]);
    expect(noticeDays(1)).toEqual([0, 0]);
  });
});
