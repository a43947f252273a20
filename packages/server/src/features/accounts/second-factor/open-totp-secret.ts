import { grantAccess } from '../../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import type { TotpFactor } from './totp-factor.entity.ts';

/** Opens the secret of an authenticator app to check a code, against an entry in the access log. */
export async function openTotpSecret(core: PrivacyCore, { subjectId, secret }: TotpFactor): Promise<string> {
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'sign-in' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'CREDENTIAL', coordinate: 'TotpSetupPayload.secret' }],
  });
  return core.vault.open(secret, grants.for(subjectId, 'CREDENTIAL'));
}
