import { sqlIn } from '../../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../../platform/orm/stored-moment.ts';
import { newId } from '../../../platform/tokens/new-id.ts';
import { hashOfToken, newToken } from '../../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { type CeremonyUse, PasskeyCeremony } from './passkey-ceremony.entity.ts';

/** How long an authenticator may take to answer: somebody may first look for theirs. */
const CEREMONY_MINUTES = 5;

/** What a challenge is bound to. */
export interface CeremonyBinding {
  readonly subjectId: string | null;
  readonly sessionId: string | null;
  readonly secondFactorId: string | null;
}

/** A challenge that was answered, and what it was bound to. */
export interface TakenCeremony extends CeremonyBinding {
  readonly challenge: string;
}

/** Makes a challenge for an authenticator to sign; answers it (base64url). */
export async function startCeremony(core: PrivacyCore, use: CeremonyUse, binding: CeremonyBinding): Promise<string> {
  const challenge = newToken();
  await core.stores.main.em.fork().insert(PasskeyCeremony, {
    id: newId(),
    challengeHash: hashOfToken(challenge),
    use,
    ...binding,
    expiresAt: new Date(core.clock.now().getTime() + CEREMONY_MINUTES * 60_000),
  });
  return challenge;
}

/**
 * Takes the challenge that an authenticator's answer is to, whatever becomes of that: a second answer to it finds none. Null if it
 * is unknown, for something else, too old or taken.
 */
export async function takeCeremony(
  core: PrivacyCore,
  use: CeremonyUse,
  clientDataJSON: string,
): Promise<TakenCeremony | null> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === null) return null;
  const { run, dialect } = sqlIn(core.stores.main.em.fork());
  const [taken] = await run<{ subject_id: string | null; session_id: string | null; second_factor_id: string | null }>(
    `delete from passkey_ceremony where challenge_hash = ? and "use" = ? and expires_at > ?
      returning subject_id, session_id, second_factor_id`,
    [hashOfToken(challenge), use, storedMoment(core.clock.now(), dialect)],
  );
  if (!taken) return null;
  const { subject_id: subjectId, session_id: sessionId, second_factor_id: secondFactorId } = taken;
  return { challenge, subjectId, sessionId, secondFactorId };
}

/** The challenge that a browser says it had signed; anybody may write anything there. */
function challengeIn(clientDataJSON: string): string | null {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}
