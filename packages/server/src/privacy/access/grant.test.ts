import { afterAll, beforeAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { loadLetter, openTestCore, TESTA, writeLetter } from '../../../test/privacy/open-test-core.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import type { LogReceipt } from '../access-log/log-receipt.ts';
import { verifyLog } from '../access-log/verify-log.ts';
import type { PrivacyCore } from '../core.ts';
import { eraseSubject } from '../erasure/erase-subject.ts';
import { KeyLease } from '../keys/data-key.ts';
import { Grant, type GrantItem, issueGrants } from './grant.ts';
import { type AccessRequest, grantAccess } from './grant-access.ts';

describeEachDialect('Grants', (open) => {
  let now = new Date('2026-03-01T12:00:00Z');
  let core: PrivacyCore;
  beforeAll(async () => {
    core = await openTestCore(await open({ entities: [LetterSchema] }), { now: () => now });
  });
  afterAll(() => core.bus.close());

  const asMail = (subjectId: string, category: GrantItem['category'] = 'EMAIL'): AccessRequest => ({
    viewer: { kind: 'system', task: 'test-mail' },
    purpose: 'ORDER_PROCESSING',
    reason: 'MAIL',
    items: [{ subjectId, category, coordinate: 'Letter.email' }],
  });

  it('open what they were asked for', async () => {
    const { id, subjectId } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const grants = await grantAccess(core, asMail(subjectId));
    expect(letter.email && core.vault.open(letter.email, grants.for(subjectId, 'EMAIL'))).toBe(TESTA.email);
  });

  it('open nothing of another category or subject, and nothing after a minute', async () => {
    const [mine, other] = [await writeLetter(core), await writeLetter(core)];
    const letter = await loadLetter(core, mine.id);
    const grant = (await grantAccess(core, asMail(mine.subjectId))).for(mine.subjectId, 'EMAIL');
    const refused = expect.objectContaining({ code: 'GRANT_REFUSED' }) as Error;
    expect(() => letter.name && core.vault.open(letter.name, grant)).toThrow(refused);
    const foreign = (await loadLetter(core, other.id)).email;
    expect(() => foreign && core.vault.open(foreign, grant)).toThrow(refused);
    const before = now;
    now = new Date(now.getTime() + 60_001);
    expect(() => letter.email && core.vault.open(letter.email, grant)).toThrow(refused);
    now = before;
    expect(letter.email && core.vault.open(letter.email, grant)).toBe(TESTA.email);
  });

  it('are not made for what the access matrix does not reveal, and then nothing is logged', async () => {
    const { subjectId } = await writeLetter(core);
    const before = (await verifyLog(core.stores.log)).entries;
    const request = asMail(subjectId);
    const items: GrantItem[] = [...request.items, { subjectId, category: 'PHONE', coordinate: 'Letter.phone' }];
    await expect(grantAccess(core, { ...request, items })).rejects.toMatchObject({ code: 'ACCESS_DENIED' });
    expect((await verifyLog(core.stores.log)).entries).toBe(before);
  });

  it('exist only when the log has the entry: a log that cannot write means no grant', async () => {
    const { subjectId } = await writeLetter(core);
    const broken = { ...core, accessLog: { ...core.accessLog, append: () => Promise.reject(new Error('disk full')) } };
    await expect(grantAccess(broken, asMail(subjectId))).rejects.toThrow('disk full');
  });

  it('are not made for a subject whose key is gone', async () => {
    const { subjectId } = await writeLetter(core);
    await eraseSubject(core, subjectId);
    const grants = await grantAccess(core, asMail(subjectId));
    expect(grants.erased).toEqual(new Set([subjectId]));
    expect(() => grants.for(subjectId, 'EMAIL')).toThrow(expect.objectContaining({ code: 'ERASED' }));
  });

  it('cannot be forged: neither the compiler nor the vault takes another', async () => {
    const { id, subjectId } = await writeLetter(core);
    const email = (await loadLetter(core, id)).email;
    if (!email) throw new Error('No letter.');
    const fields = {
      subjectId,
      category: 'EMAIL',
      purpose: 'ORDER_PROCESSING',
      expiresAt: now.getTime() + 1_000,
    } as const;
    const refused = expect.objectContaining({ code: 'GRANT_REFUSED' }) as Error;

    // @ts-expect-error an object with the same properties is no Grant: the class has private parts
    const lookalike: Grant = { ...fields };
    expect(() => core.vault.open(email, lookalike)).toThrow(refused);
    expect(() => core.vault.open(email, Object.assign(Object.create(Grant.prototype) as Grant, fields))).toThrow(
      refused,
    );
    // @ts-expect-error the constructor is private
    expect(() => new Grant(Symbol('issuer'), fields, 'ORDER_PROCESSING', 0, new KeyLease(new Map()))).toThrow(refused);

    const item: GrantItem = { subjectId, category: 'EMAIL', coordinate: 'Letter.email' };
    const lease = await core.vault.lease([subjectId]);
    const event = {
      ...asMail(subjectId),
      subjectId,
      viewerKind: 'system',
      viewerId: 'x',
      role: null,
      caseId: null,
    } as const;
    const receipt: LogReceipt = { events: [{ ...event, coordinates: ['Letter.email'] }], sequences: [1] };
    expect(() => issueGrants(receipt, [item], lease, new Set(), now.getTime())).toThrow(refused);
    const genuine = await core.accessLog.append([{ ...event, coordinates: ['Letter.name'] }]);
    expect(() => issueGrants(genuine, [item], lease, new Set(), now.getTime())).toThrow(refused);
  });
});
