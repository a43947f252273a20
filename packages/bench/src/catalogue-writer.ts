import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes one product a second, as another process would, so that nothing can be kept for longer (D20). */
export function startWriter(dataDir: string): { stop(): void } {
  const database = new DatabaseSync(join(dataDir, 'main.db'));
  database.exec('pragma busy_timeout = 5000');
  const products = database.prepare('select id from product order by id limit 500').all() as { id: string }[];
  let count = 0;
  const timer = setInterval(() => {
    const product = products[count++ % products.length];
    if (!product) return;
    database.exec('begin immediate');
    database.exec('update catalogue_state set version = version + 1 where id = 1');
    database
      .prepare('update product set catalogue_version = (select version from catalogue_state where id = 1) where id = ?')
      .run(product.id);
    database.exec('commit');
  }, 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      database.close();
    },
  };
}
