import { expect, it } from 'vitest';
import { describeEachDialect } from './describe-dialects.ts';

describeEachDialect('Stores of a test', (open, dialect) => {
  it('are of the dialect that the block names, migrated and empty', async () => {
    const stores = await open();
    const version = dialect === 'sqlite' ? 'select sqlite_version() as version' : 'select version() as version';
    const [row] = await stores.main.em.getConnection().execute<{ version: string }[]>(version);
    expect(row?.version).toMatch(dialect === 'sqlite' ? /^3\./ : /^PostgreSQL 18\./);
    for (const name of ['main', 'keys', 'log'] as const) {
      expect(await stores[name].schema.getUpdateSchemaSQL({ wrap: false })).toBe('');
    }
  });

  it('hold nothing of the stores opened before', async () => {
    const first = await open();
    await first.main.em.getConnection().execute('create table left_behind (id int)');
    const second = await open();
    await expect(second.main.em.getConnection().execute('select * from left_behind')).rejects.toThrow(/left_behind/);
  });
});
