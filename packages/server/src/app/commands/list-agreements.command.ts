import { parseArgs } from 'node:util';
import { dayOf } from '../../platform/clock/clock.ts';
import { EgressAgreement } from '../../privacy/egress/egress-agreement.entity.ts';
import { describeAgreement } from './describe-agreement.ts';
import { withStores } from './with-stores.ts';

/** `agreement:list`: every agreement on record, whether it is in force, and if not why. */
export async function listAgreementsCommand(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  await withStores(async ({ stores, clock }) => {
    const today = dayOf(clock.now());
    const agreements = await stores.main.em.fork().find(EgressAgreement, {}, { orderBy: { key: 'asc' } });
    for (const agreement of agreements) process.stdout.write(`${describeAgreement(agreement, today)}\n`);
    if (agreements.length === 0) process.stdout.write('No agreement is on record.\n');
  });
}
