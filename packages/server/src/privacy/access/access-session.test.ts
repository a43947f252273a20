import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { loadLetter, openTestCore, TESTA, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { ownSql } from '../../platform/orm/own-sql.ts';
import type { PrivacyCore } from '../core.ts';
import { eraseSubject } from '../erasure/erase-subject.ts';
import { AccessSession } from './access-session.ts';
import type { Viewer } from './viewer.ts';

const EMAIL: PersonalMark = { category: 'EMAIL', purposes: ['ORDER_PROCESSING', 'AFTER_SALES'] };
const NAME: PersonalMark = { category: 'NAME', purposes: ['DELIVERY', 'AFTER_SALES'] };
const PHONE: PersonalMark = { category: 'PHONE', purposes: ['DELIVERY'] };
const ADDRESS: PersonalMark = { category: 'DELIVERY_ADDRESS', purposes: ['DELIVERY'] };
const now = new Date('2026-03-01T12:00:00Z');

const guest = (subjectId: string): Viewer => ({ kind: 'visitor', proofs: [{ subjectId, by: 'CODE' }] });
const support: Viewer = { kind: 'staff', staffId: 'staff-3', role: 'support', caseId: 'case-9' };

describeEachDialect('An access session', (open) => {
  let core: PrivacyCore;
  beforeAll(async () => {
    core = await openTestCore(await open({ entities: [LetterSchema] }), { now: () => now });
  });
  afterAll(() => core.bus.close());

  const entries = () =>
    ownSql(core.stores.log).run<{
      viewer_kind: string;
      viewer_id: string;
      coordinates: string;
      purpose: string;
      reason: string;
    }>('select viewer_kind, viewer_id, coordinates, purpose, reason from access_entry order by sequence');

  it('reveals to the subject, in one entry that lists every coordinate', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const before = (await entries()).length;
    const session = new AccessSession(core, { viewer: guest(subjectId) });
    const [email, name, address] = await Promise.all([
      session.answer(letter.email, EMAIL, 'Order.email', { keptUntil: '2028-01-01' }),
      session.answer(letter.name, NAME, 'Order.recipientName'),
      session.answerAddress(letter.address, ADDRESS, 'Order.address', {
        countryCode: 'DE',
        format: ({ street, city }) => `${street}\n${city}`,
      }),
    ]);
    expect((await entries()).length).toBe(before);
    expect(() => JSON.stringify(email)).toThrow(/before the access log/);
    await session.flush();
    expect(JSON.parse(JSON.stringify({ email, name, address }))).toEqual({
      email: {
        access: 'REVEALED',
        text: TESTA.email,
        until: '2026-03-01T12:15:00.000Z',
        purposes: ['ORDER_PROCESSING', 'AFTER_SALES'],
        keptUntil: '2028-01-01',
      },
      name: {
        access: 'REVEALED',
        text: TESTA.name,
        until: '2026-03-01T12:15:00.000Z',
        purposes: ['DELIVERY', 'AFTER_SALES'],
        keptUntil: null,
      },
      address: {
        access: 'REVEALED',
        countryCode: 'DE',
        text: 'Musterweg 12\nMusterstadt',
        until: '2026-03-01T12:15:00.000Z',
        purposes: ['DELIVERY'],
        keptUntil: null,
      },
    });
    const logged = (await entries()).slice(before);
    expect(logged).toEqual([
      {
        viewer_kind: 'subject',
        viewer_id: null,
        coordinates: '["Order.address","Order.email","Order.recipientName"]',
        purpose: 'DATA_RIGHTS',
        reason: 'OWN_VIEW',
      },
    ]);
  });

  it('masks with patterns that are the same for every value, keeps the country, decrypts and logs nothing', async () => {
    const [first, second] = [
      await writeLetter(core),
      await writeLetter(core, {
        ...TESTA,
        email: 'a@example.org',
        name: 'A',
        phone: '1',
        address: { street: 'B', city: 'C' },
      }),
    ];
    const before = (await entries()).length;
    const masked = await Promise.all(
      [first, second].map(async ({ id }) => {
        const letter = await loadLetter(core, id);
        const session = new AccessSession(core, { viewer: support, purpose: 'AFTER_SALES' });
        const answers = {
          email: await session.answer(letter.email, EMAIL, 'Order.email'),
          name: await session.answer(letter.name, NAME, 'Order.recipientName'),
          address: await session.answerAddress(
            letter.address,
            { ...ADDRESS, purposes: ['AFTER_SALES'] },
            'Order.address',
            {
              countryCode: 'DE',
              format: () => 'never made',
            },
          ),
        };
        await session.flush();
        return JSON.stringify(answers);
      }),
    );
    expect(masked[0]).toBe(masked[1]);
    expect(JSON.parse(masked[0] ?? '')).toMatchObject({
      email: { access: 'MASKED', text: '•••••@•••••', until: null },
      name: { access: 'MASKED', text: '•••••' },
      address: { access: 'MASKED', text: '•••••', countryCode: 'DE' },
    });
    expect((await entries()).length).toBe(before);
  });

  it('denies a purpose that is not the field’s, a viewer without a purpose, and a stranger', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const denied = { access: 'DENIED', text: null, until: null };
    const answer = (viewer: Viewer, purpose?: 'AFTER_SALES') =>
      new AccessSession(core, { viewer, purpose }).answer(letter.phone, PHONE, 'Order.phone');
    expect(await answer(support, 'AFTER_SALES')).toMatchObject(denied);
    expect(await answer(support)).toMatchObject(denied);
    expect(await answer({ kind: 'visitor' })).toMatchObject(denied);
    expect(await answer(guest('01990000-0000-7000-8000-0000000000aa'))).toMatchObject(denied);
    expect(await answer(guest(subjectId))).toMatchObject({ access: 'REVEALED' });
  });

  it('answers null for a value that is not there', async () => {
    const session = new AccessSession(core, { viewer: { kind: 'visitor' } });
    expect(await session.answer(null, PHONE, 'Order.phone')).toBeNull();
    await session.flush();
  });

  it('knows at decision time that a key is gone, in another memory too', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    await eraseSubject(core, subjectId);
    const session = new AccessSession(core, { viewer: guest(subjectId) });
    expect(await session.answer(letter.email, EMAIL, 'Order.email', { keptUntil: '2028-01-01' })).toEqual({
      access: 'ERASED',
      text: null,
      until: null,
      purposes: EMAIL.purposes,
      keptUntil: null,
    });
    const masking = new AccessSession(core, { viewer: support, purpose: 'AFTER_SALES' });
    expect(await masking.answer(letter.email, EMAIL, 'Order.email')).toMatchObject({ access: 'ERASED', text: null });
  });

  it('fills null when the key goes between decision and opening', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const session = new AccessSession(core, { viewer: guest(subjectId) });
    const email = await session.answer(letter.email, EMAIL, 'Order.email');
    await eraseSubject(core, subjectId);
    await session.flush();
    expect(JSON.parse(JSON.stringify(email))).toMatchObject({ text: null });
  });

  it('opens at once for a resolver that needs the value, with what was asked before in the same entry', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const before = (await entries()).length;
    const session = new AccessSession(core, { viewer: guest(subjectId) });
    const [name, address] = await Promise.all([
      session.answer(letter.name, NAME, 'Order.recipientName'),
      session.openNow(letter.address, ADDRESS, 'Order.address'),
    ]);
    expect(address).toMatchObject({ access: 'REVEALED', value: TESTA.address });
    expect(JSON.parse(JSON.stringify(name))).toMatchObject({ text: TESTA.name });
    await session.flush();
    const logged = (await entries()).slice(before);
    expect(logged.map(({ coordinates }) => coordinates)).toEqual(['["Order.address","Order.recipientName"]']);
    expect(await session.openNow(letter.phone, { ...PHONE, purposes: [] as never }, 'Order.phone')).toMatchObject({
      access: 'REVEALED',
    });
  });

  it('answers nothing when the log fails: the flush throws and the text stays shut', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const broken = { ...core, accessLog: { ...core.accessLog, append: () => Promise.reject(new Error('disk full')) } };
    const session = new AccessSession(broken, { viewer: guest(subjectId) });
    const email = await session.answer(letter.email, EMAIL, 'Order.email');
    await expect(session.openNow(letter.name, NAME, 'Order.recipientName')).rejects.toThrow('disk full');
    await expect(session.flush()).rejects.toThrow('disk full');
    expect(() => JSON.stringify(email)).toThrow(/before the access log/);
  });

  it('throws at the flush when a ciphertext is not what was sealed', async () => {
    const { id, subjectId } = await writeLetter(core);
    await core.stores.main.em.getConnection().execute('update letter set phone = name where id = ?', [id]);
    const letter = await loadLetter(core, id);
    const session = new AccessSession(core, { viewer: guest(subjectId) });
    await session.answer(letter.phone, PHONE, 'Order.phone');
    await expect(session.flush()).rejects.toMatchObject({ code: 'TAMPERED' });
  });
});
