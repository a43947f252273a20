import { afterAll, beforeAll, expect, it } from 'vitest';
import { Letter, LetterSchema } from '../../../test/privacy/letter.entity.ts';
import {
  addLetter,
  loadLetter,
  openAsMail,
  openTestCore,
  TESTA,
  writeLetter,
} from '../../../test/privacy/open-test-core.ts';
import { RenamedLetter, RenamedLetterSchema } from '../../../test/privacy/renamed-letter.entity.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { openStores } from '../../../test/stores/open-stores.ts';
import type { PrivacyCore } from '../core.ts';
import { createSubject, prepareSubject } from '../subjects/create-subject.ts';
import { lockActiveSubject } from '../subjects/lock-active-subject.ts';
import { Sealed } from './sealed.ts';

describeEachDialect('The vault', (open) => {
  let core: PrivacyCore;
  beforeAll(async () => {
    core = await openTestCore(await open({ entities: [LetterSchema] }));
  });
  afterAll(() => core.bus.close());

  it('gives back what was sealed, of every shape', async () => {
    const { id } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    expect(await openAsMail(core, letter.email)).toBe(TESTA.email);
    expect(await openAsMail(core, letter.name)).toBe(TESTA.name);
    expect(await openAsMail(core, letter.address)).toEqual(TESTA.address);
  });

  it('stores nothing of the value, and prints and serialises nothing of it', async () => {
    const { id } = await writeLetter(core);
    const letter = await loadLetter(core, id);
    const [row] = await core.stores.main.em
      .getConnection()
      .execute<Record<string, unknown>[]>('select * from letter where id = ?', [id]);
    for (const text of [JSON.stringify(row), JSON.stringify(letter), String(letter.email)]) {
      for (const part of ['testa', 'Testa', 'Muster']) expect(text).not.toContain(part);
    }
    expect(letter.email?.bytes.includes('testa')).toBe(false);
  });

  it('updates nothing in a flush that changed nothing, and only the column that changed', async () => {
    const { id, subjectId } = await writeLetter(core);
    const queries: string[] = [];
    const logger = core.stores.main.config.getLogger();
    const spied = logger.logQuery.bind(logger);
    logger.logQuery = (context) => queries.push(context.query ?? '');
    logger.setDebugMode(['query']);
    try {
      await core.stores.main.em.fork().transactional(async (em) => {
        await em.findOneOrFail(Letter, { id });
      });
      expect(queries.filter((query) => /update/i.test(query))).toEqual([]);
      await core.stores.main.em.fork().transactional(async (em) => {
        const letter = await em.findOneOrFail(Letter, { id });
        const subject = await lockActiveSubject(core, em, subjectId);
        letter.phone = core.vault.seal(subject, 'order.phone', id, '+49 30 5550199');
        // The same ciphertext in another object is the same value.
        if (letter.email) letter.email = new Sealed<string>(Buffer.from(letter.email.bytes), letter.email.binding);
      });
      const updates = queries.filter((query) => /update.*letter/i.test(query));
      expect(updates).toHaveLength(1);
      expect(updates[0]).toMatch(/phone/);
      expect(updates[0]).not.toMatch(/email/);
    } finally {
      logger.logQuery = spied;
      logger.setDebugMode(false);
    }
    const letter = await loadLetter(core, id);
    expect(await openAsMail(core, letter.phone)).toBe('+49 30 5550199');
    expect(await openAsMail(core, letter.email)).toBe(TESTA.email);
  });

  it('binds values that come by a refresh or a merge', async () => {
    const { id, subjectId } = await writeLetter(core);
    const em = core.stores.main.em.fork();
    const letter = await em.findOneOrFail(Letter, { id });
    await core.stores.main.em.fork().transactional(async (other) => {
      const subject = await lockActiveSubject(core, other, subjectId);
      (await other.findOneOrFail(Letter, { id })).name = core.vault.seal(
        subject,
        'order.recipientName',
        id,
        'Testo Example',
      );
    });
    await em.find(Letter, { subjectId });
    expect(letter.name?.binding).toEqual({ field: 'order.recipientName', rowId: id, subjectId });
    await em.refresh(letter);
    expect(await openAsMail(core, letter.name)).toBe('Testo Example');
  });

  it('does not open a value that was loaded without its row id and subject', async () => {
    const { id } = await writeLetter(core);
    const letter = await core.stores.main.em.fork().findOneOrFail(Letter, { id }, { fields: ['email'] });
    expect(letter.email?.binding).toBeNull();
  });

  it('refuses a ciphertext that was moved to another row, another subject or another field', async () => {
    const [mine, other] = [await writeLetter(core), await writeLetter(core)];
    const execute = (sql: string, parameters: unknown[]) =>
      core.stores.main.em.getConnection().execute(sql, parameters);
    await execute('update letter set email = (select email from letter where id = ?) where id = ?', [
      mine.id,
      other.id,
    ]);
    await expect(openAsMail(core, (await loadLetter(core, other.id)).email)).rejects.toMatchObject({
      code: 'TAMPERED',
    });

    await execute('update letter set phone = name where id = ?', [mine.id]);
    await expect(openAsMail(core, (await loadLetter(core, mine.id)).phone)).rejects.toMatchObject({ code: 'TAMPERED' });

    await execute('update letter set subject_id = ? where id = ?', [other.subjectId, mine.id]);
    await expect(openAsMail(core, (await loadLetter(core, mine.id)).name)).rejects.toMatchObject({ code: 'TAMPERED' });
  });

  it('opens what was sealed before its entity, table and column were renamed', async () => {
    const stores = await open({ entities: [LetterSchema] });
    const before = await openTestCore(stores);
    const { id } = await writeLetter(before);
    const execute = (sql: string) => stores.main.em.getConnection().execute(sql);
    await execute('alter table letter rename to correspondence');
    await execute('alter table correspondence rename column email to mail_address');

    const renamed = await openStores(stores.urls, { entities: [RenamedLetterSchema] });
    const after = await openTestCore({ ...stores, ...renamed });
    const letter = await renamed.main.em.fork().findOneOrFail(RenamedLetter, { id });
    expect(await openAsMail(after, letter.mailAddress)).toBe(TESTA.email);
    for (const core of [before, after]) await core.bus.close();
    for (const store of Object.values(renamed)) await store.close(true);
  });

  it('refuses a flush of a sealed value outside of a transaction that locked the subject', async () => {
    const prepared = await prepareSubject(core, 'GUEST_ORDER');
    let stray: Letter | undefined;
    await core.stores.main.em.fork().transactional(async (em) => {
      stray = addLetter(core, em, createSubject(em, prepared));
    });
    const em = core.stores.main.em.fork();
    const letter = await em.findOneOrFail(Letter, { id: stray?.id ?? '' });
    letter.email = null;
    await em.flush();
    letter.email = stray?.email ?? null;
    await expect(em.flush()).rejects.toMatchObject({ code: 'SUBJECT_NOT_LOCKED' });
  });

  it('refuses a flush of a value into a place it was not sealed for', async () => {
    const [mine, foreign] = [await writeLetter(core), await writeLetter(core)];
    const second = await core.stores.main.em.fork().transactional(async (em) => {
      return addLetter(core, em, await lockActiveSubject(core, em, mine.subjectId)).id;
    });
    const [foreignEmail, secondEmail] = [
      (await loadLetter(core, foreign.id)).email,
      (await loadLetter(core, second)).email,
    ];
    const put = (change: (letter: Letter) => void) =>
      core.stores.main.em.fork().transactional(async (em) => {
        await lockActiveSubject(core, em, mine.subjectId);
        change(await em.findOneOrFail(Letter, { id: mine.id }));
      });
    const refused = { code: 'NOT_BOUND' };
    const fromAnotherSubject = put((letter) => {
      letter.email = foreignEmail;
    });
    await expect(fromAnotherSubject).rejects.toMatchObject(refused);
    const fromAnotherRow = put((letter) => {
      letter.email = secondEmail;
    });
    await expect(fromAnotherRow).rejects.toMatchObject(refused);
    const fromAnotherField = put((letter) => {
      letter.email = letter.name;
    });
    await expect(fromAnotherField).rejects.toMatchObject(refused);
    const toAnotherSubject = put((letter) => {
      letter.subjectId = foreign.subjectId;
    });
    await expect(toAnotherSubject).rejects.toMatchObject(refused);
  });

  it('needs the subject active: unknown ones are refused', async () => {
    const attempt = core.stores.main.em
      .fork()
      .transactional((em) => lockActiveSubject(core, em, '01900000-0000-7000-8000-000000000000'));
    await expect(attempt).rejects.toMatchObject({ code: 'SUBJECT_NOT_ACTIVE' });
  });
});
