import { afterAll, beforeAll, expect, it } from 'vitest';
import { Mail } from '../../src/features/mail/mail.entity.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { openMailTransport } from '../../src/platform/mail/open-mail-transport.ts';
import { EgressAgreement } from '../../src/privacy/egress/egress-agreement.entity.ts';
import { type MailReceiver, receiveMail } from '../mail/receive-mail.ts';
import { openPaymentWorld, type PaymentWorld } from '../payments/open-payment-world.ts';
import { payAt } from '../payments/sandbox-process.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';
import { runCommand } from './run-command.ts';

const KEY = 'relay-of-others';
const DAY_MS = 86_400_000;

describeEachDialect('The register of agreements', (open) => {
  let stores: TestStores;
  let world: PaymentWorld;
  let relay: MailReceiver;
  beforeAll(async () => {
    stores = await open();
    relay = await receiveMail();
    // Only the address is this machine's, since no other takes mail in a test; the agreement is asked for by the key that is set.
    const from = 'Barrier <orders@barrier.example>';
    const transport = openMailTransport({ smtpUrl: relay.url, from, agreementKey: KEY, production: true });
    world = await openPaymentWorld(stores, { transport });
  });
  afterAll(async () => {
    await world.close();
    await relay.close();
  });

  const now = Date.now();
  const day = (inDays: number) => new Date(now + inDays * DAY_MS).toISOString().slice(0, 10);
  const run = (...args: string[]) => runCommand(stores, ...args);
  const terms = (changes: Record<string, string> = {}) =>
    Object.entries({
      party: 'Relay Example Ltd',
      recipient: 'PROCESSOR',
      purposes: 'ORDER_PROCESSING, DATA_RIGHTS',
      categories: 'EMAIL,NAME,DELIVERY_ADDRESS,ORDER_RECORD,MESSAGE',
      'signed-on': day(-1),
      'valid-until': day(365),
      'assessment-due': day(180),
      ...changes,
    }).flatMap(([option, value]) => [`--${option}`, value]);
  const record = (changes?: Record<string, string>, ...more: string[]) =>
    run('agreement:record', KEY, ...terms(changes), ...more);
  const recorded = () => world.core.stores.main.em.fork().findOne(EgressAgreement, { key: KEY });

  /** Sells one, and does what is due, also what failed before. */
  async function sellOne(): Promise<void> {
    const { orderId, paymentUrl } = await world.placeAndStart();
    await payAt(paymentUrl);
    await world.reach(orderId, 'SUCCEEDED/PAID');
    await workOn();
  }
  async function workOn(): Promise<void> {
    world.clock.advance(60_000);
    await world.worker.runDue();
  }
  const waiting = () => world.core.stores.main.em.fork().count(Mail, { state: 'QUEUED' });

  it('keeps a mail from a relay of others until an agreement is on record, and lets it go then', async () => {
    await sellOne();
    expect([relay.received.length, await waiting()]).toEqual([0, 1]);
    const [job] = await world.core.stores.main.em.fork().find(Job, { kind: 'send-mail' });
    expect(job).toMatchObject({ lastErrorCode: 'NO_AGREEMENT' });

    const { code, stdout, stderr } = await record();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        `On record: ${KEY}: in force until ${day(365)}, assessment due ${day(180)}`,
        '  with Relay Example Ltd (PROCESSOR)',
        '  for ORDER_PROCESSING, DATA_RIGHTS',
        '  of EMAIL, NAME, DELIVERY_ADDRESS, ORDER_RECORD, MESSAGE',
        '',
      ].join('\n'),
    );
    await workOn();
    expect([relay.received.length, await waiting()]).toEqual([1, 0]);
  });

  it('leaves one in force as it is, unless it is meant', async () => {
    const other = { party: 'Another Example Ltd' };
    const refused = await record(other);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toContain(`${KEY} is in force`);
    expect(await recorded()).toMatchObject({ party: 'Relay Example Ltd' });
    const meant = await record(other, '--replace');
    expect([meant.code, meant.stdout]).toEqual([0, expect.stringContaining(`Replaced: ${KEY}: in force`)]);
    expect(await recorded()).toMatchObject(other);
  });

  it('holds mails back again from the day of a revocation, and says so in its list', async () => {
    const { code, stdout } = await run('agreement:revoke', KEY);
    const today = (await recorded())?.revokedOn ?? '';
    expect([code, stdout]).toEqual([0, `${KEY} is revoked as of ${today}.\n`]);
    const sent = relay.received.length;
    await sellOne();
    expect([relay.received.length, await waiting()]).toEqual([sent, 1]);
    const list = await run('agreement:list');
    expect(list.stdout).toContain(`${KEY}: not in force, was revoked on ${today}\n  with Another Example Ltd`);
    expect(list.stdout).toMatch(/own-mail-relay: in force until \d{4}-\d{2}-\d{2}/);
    // Signed anew: what is no longer in force is replaced without a word, and what waited goes.
    expect((await record({ party: 'Relay Example Ltd' })).code).toBe(0);
    expect(await recorded()).toMatchObject({ revokedOn: null });
    await workOn();
    expect([relay.received.length, await waiting()]).toEqual([sent + 1, 0]);
  });

  it('shows why an agreement is not in force, and takes no word that it does not know', async () => {
    const { stdout } = await record({ 'signed-on': day(-9), 'assessment-due': day(-2) }, '--replace');
    expect(stdout).toContain(`${KEY}: not in force, rests: its assessment was due on ${day(-2)}`);
    expect((await run('agreement:list')).stdout).toContain(`${KEY}: not in force, rests`);
    const before = await recorded();
    const { code, stderr } = await record({ categories: 'EMAIL,SKIN_TYPE' }, '--replace');
    expect([code, stderr]).toEqual([2, expect.stringContaining('--categories: SKIN_TYPE is none of')]);
    expect(await run('agreement:revoke', 'nobody')).toMatchObject({ code: 2, stdout: '' });
    expect(await recorded()).toEqual(before);
  });

  it('takes an agreement over nothing personal, as with a key service', async () => {
    const changes = { recipient: 'PROCESSOR', purposes: 'SECURITY', categories: 'none' };
    const { code, stdout } = await run('agreement:record', 'key-service', ...terms(changes));
    expect([code, stdout]).toEqual([0, expect.stringContaining('  for SECURITY\n  of nothing personal\n')]);
  });
});
