import { afterAll, beforeAll, beforeEach, expect, expectTypeOf, it } from 'vitest';
import { type Letter, LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { loadLetter, openTestCore, TESTA, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { EgressAgreement } from './egress-agreement.entity.ts';
import { passEgress } from './pass-egress.ts';
import { seedAgreements } from './seed-agreements.ts';

const CARRIER = {
  recipient: 'LOGISTICS',
  purpose: 'DELIVERY',
  agreementKey: 'sandbox-carrier',
  task: 'announce-shipment',
  reason: 'SHIPMENT',
  caseId: 'shipment-1',
} as const;

describeEachDialect('An egress', (open) => {
  const now = new Date('2026-03-01T12:00:00Z');
  let core: PrivacyCore;
  let letter: Letter;
  beforeAll(async () => {
    core = await openTestCore(await open({ entities: [LetterSchema] }), { now: () => now });
    letter = await loadLetter(core, (await writeLetter(core)).id);
  });
  afterAll(() => core.bus.close());
  beforeEach(async () => {
    await core.stores.main.em.fork().nativeDelete(EgressAgreement, {});
    await seedAgreements(core.stores.main, core.clock, { sandbox: true });
  });
  const never = () => expect.unreachable('handed over without an agreement');
  const entries = () =>
    ownSql(core.stores.log).run(
      'select viewer_kind, viewer_id, purpose, reason, case_id, coordinates from access_entry order by sequence',
    );

  it('hands over the declared fields, opened, after one entry in the log', async () => {
    const fields = { to: letter.name, phone: letter.phone ?? null, note: null };
    const answer = await passEgress(core, { ...CARRIER, fields }, async (values) => {
      expectTypeOf(values.to).toEqualTypeOf<string | null>();
      expect((await entries()).at(-1)).toEqual({
        viewer_kind: 'system',
        viewer_id: 'announce-shipment',
        purpose: 'DELIVERY',
        reason: 'SHIPMENT',
        case_id: 'shipment-1',
        coordinates: '["egress:sandbox-carrier/order.phone","egress:sandbox-carrier/order.recipientName"]',
      });
      return values;
    });
    expect(answer).toEqual({ to: TESTA.name, phone: TESTA.phone, note: null });
  });

  it('logs nothing when nothing personal leaves, and still wants an agreement', async () => {
    const before = (await entries()).length;
    expect(await passEgress(core, { ...CARRIER, fields: {} }, async () => 'announced')).toBe('announced');
    expect((await entries()).length).toBe(before);
    await expect(passEgress(core, { ...CARRIER, agreementKey: 'nobody', fields: {} }, never)).rejects.toMatchObject({
      code: 'NO_AGREEMENT',
    });
  });

  it.each<[string, Partial<EgressAgreement>]>([
    ['is revoked', { revokedOn: '2026-03-01' }],
    ['has ended', { validUntil: '2026-02-28' }],
    ['begins tomorrow', { signedOn: '2026-03-02' }],
    ['rests because its assessment is overdue', { assessmentDue: '2026-02-28' }],
    ['does not cover the purpose', { purposes: ['AFTER_SALES'] }],
    ['does not cover one of the categories', { categories: ['NAME'] }],
    ['is with a recipient of another kind', { recipient: 'PROCESSOR' }],
  ])('hands nothing over when the agreement %s', async (_why, change) => {
    const em = core.stores.main.em.fork();
    em.assign(await em.findOneOrFail(EgressAgreement, { key: 'sandbox-carrier' }), change);
    await em.flush();
    const before = (await entries()).length;
    const fields = { to: letter.name, phone: letter.phone };
    await expect(passEgress(core, { ...CARRIER, fields }, never)).rejects.toMatchObject({ code: 'NO_AGREEMENT' });
    expect((await entries()).length).toBe(before);
  });

  it('hands over nothing that the access matrix does not give the system for that purpose', async () => {
    const em = core.stores.main.em.fork();
    em.assign(await em.findOneOrFail(EgressAgreement, { key: 'sandbox-carrier' }), { categories: ['EMAIL'] });
    await em.flush();
    await expect(passEgress(core, { ...CARRIER, fields: { email: letter.email } }, never)).rejects.toMatchObject({
      code: 'ACCESS_DENIED',
    });
  });

  it('has no sandbox agreements in production', async () => {
    await core.stores.main.em.fork().nativeDelete(EgressAgreement, {});
    await seedAgreements(core.stores.main, core.clock, { sandbox: false });
    const keys = (await core.stores.main.em.fork().findAll(EgressAgreement)).map(({ key }) => key);
    expect(keys).toEqual(['own-mail-relay']);
  });
});
