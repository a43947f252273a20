import { dayOf } from '../../platform/clock/clock.ts';
import { EgressAgreement } from '../../privacy/egress/egress-agreement.entity.ts';
import { recordAgreement } from '../../privacy/egress/record-agreement.ts';
import { describeAgreement } from './describe-agreement.ts';
import { readAgreement } from './read-agreement.ts';
import { UsageError } from './usage-error.ts';
import { withStores } from './with-stores.ts';

/** `agreement:record KEY …`: puts a signed agreement on record and says how it stands. @throws {UsageError} */
export async function recordAgreementCommand(args: string[]): Promise<void> {
  const { terms, replace } = readAgreement(args);
  await withStores(async (atHand) => {
    const outcome = await recordAgreement(atHand, terms, { replace });
    if (outcome === 'IN_FORCE') {
      throw new UsageError(`${terms.key} is in force and was left as it is. Revoke it first, or add --replace.`);
    }
    const recorded = await atHand.stores.main.em.fork().findOneOrFail(EgressAgreement, { key: terms.key });
    process.stdout.write(
      `${outcome === 'REPLACED' ? 'Replaced' : 'On record'}: ${describeAgreement(recorded, dayOf(atHand.clock.now()))}\n`,
    );
  });
}
