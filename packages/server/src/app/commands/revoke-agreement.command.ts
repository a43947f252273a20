import { parseArgs } from 'node:util';
import { revokeAgreement } from '../../privacy/egress/revoke-agreement.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';
import { withStores } from './with-stores.ts';

/** `agreement:revoke KEY`: nothing leaves under it from now on. @throws {UsageError} */
export async function revokeAgreementCommand(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [key, ...rest] = positionals;
  if (!key || rest.length > 0) throw new UsageError(USAGE['agreement:revoke'].call);
  await withStores(async (atHand) => {
    const day = await revokeAgreement(atHand, key);
    if (day === null) throw new UsageError('No agreement is on record under this key. agreement:list shows all.');
    process.stdout.write(`${key} is revoked as of ${day}.\n`);
  });
}
