import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';

const DAY_MS = 86_400_000;

/** How many subjects of a rule are looked at: enough to see past the canaries. */
const LOOKED_AT = 100;

/** The names of the rules by which something has been due for longer than a day, and is still there. */
export async function findOverdueRules({
  stores,
  registry,
  clock,
}: Pick<PrivacyCore, 'stores' | 'registry' | 'clock'>): Promise<string[]> {
  const em = stores.main.em.fork();
  const aDayAgo = new Date(clock.now().getTime() - DAY_MS);
  const overdue: string[] = [];
  for (const { name, due } of registry.retentions) {
    const ids = await due(em, aDayAgo, LOOKED_AT);
    if (ids.length === 0) continue;
    const living = await sqlIn(em).run(
      `select id from subject where id in ${placeholders(ids.length)} and state = 'ACTIVE' and kind <> 'CANARY' limit 1`,
      ids,
    );
    if (living.length > 0) overdue.push(name);
  }
  return overdue;
}
