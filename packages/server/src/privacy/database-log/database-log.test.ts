import { expect, it } from 'vitest';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { openStores } from '../../../test/stores/open-stores.ts';
import { RawSql } from '../../platform/orm/raw-sql.ts';
import { createPrivacyRegistry } from '../registry/privacy-registry.ts';
import { registerDatabaseLogControl } from './database-log.controls.ts';

describeEachDialect("The database's own log", (open, dialect) => {
  it('is watched where there is one: red while values may get into it', async () => {
    const { main, urls } = await open();
    const check = async () => {
      // As it is with the next process: settings of a database are those of new connections.
      const stores = await openStores(urls);
      const registry = createPrivacyRegistry();
      registerDatabaseLogControl({ registry, stores });
      const results = await Promise.all(registry.controls.map((control) => control.check()));
      for (const store of Object.values(stores)) await store.close(true);
      return results;
    };
    if (dialect === 'sqlite') {
      expect(await check()).toEqual([]);
      return;
    }
    const set = (setting: string) =>
      new RawSql(main).run(`alter database ${new URL(urls.mainUrl).pathname.slice(1)} set ${setting}`);
    await set('log_min_error_statement = panic');
    await set('log_error_verbosity = terse');
    const quiet = 'PostgreSQL writes no values of statements or rows into its log.';
    expect(await check()).toEqual([{ state: 'GREEN', finding: quiet }]);
    await set('log_error_verbosity = verbose');
    await set("log_statement = 'all'");
    await set('log_min_duration_statement = 200');
    const loud =
      'main.log_error_verbosity = verbose, main.log_statement = all, main.log_min_duration_statement = 200ms';
    expect(await check()).toEqual([{ state: 'RED', finding: `PostgreSQL may write values into its log: ${loud}.` }]);
  });
});
