import { useRef, useState } from 'react';
import { type Attempt, useAttempt } from '../use-attempt.ts';
import type { Changed, Security } from './use-security.ts';

/** A change to the guards of the account, which may need a fresh proof first. */
export interface ProvenChange {
  readonly attempt: Attempt;
  /** Whether it waits for the proof. */
  readonly waiting: boolean;
  /** Makes the change; answers what came of it, or null if nothing did yet. */
  readonly run: (change: () => Promise<Changed>, onDone: (changed: Changed) => void) => Promise<void>;
  /** The proof is given: the change goes on. */
  readonly goOn: () => void;
  readonly cancel: () => void;
}

interface ProvenChangeOptions {
  readonly fields?: readonly string[];
  /** Where a code for the proof goes; null while it is not on the screen. */
  readonly email: string | null;
  /** Takes the account as it is guarded now. */
  readonly onChange: (security: Security) => void;
  /** The session is over, or the address is needed that went from the screen. */
  readonly onOver: () => void;
}

/** Makes changes that need a fresh proof: where the server asks for one it is given, and the change goes on by itself. */
export function useProvenChange({ fields = [], email, onChange, onOver }: ProvenChangeOptions): ProvenChange {
  const attempt = useAttempt(fields, onOver);
  const [waiting, setWaiting] = useState(false);
  const pending = useRef<(() => Promise<void>) | null>(null);

  const run: ProvenChange['run'] = async (change, onDone) => {
    const answer: { changed: Changed | null } = { changed: null };
    const made = await attempt.run(async () => {
      const changed = await change();
      const proofNeeded = changed.userErrors.some(({ code }) => code === 'NOT_FRESH');
      pending.current = proofNeeded ? () => run(change, onDone) : null;
      setWaiting(proofNeeded);
      if (proofNeeded && email === null) onOver();
      // Nothing to complain of: what asks for the proof says what is needed.
      if (proofNeeded) return [];
      answer.changed = changed;
      return changed.userErrors;
    });
    if (!made || !answer.changed) return;
    if (answer.changed.security) onChange(answer.changed.security);
    onDone(answer.changed);
  };

  return {
    attempt,
    waiting,
    run,
    goOn: () => {
      setWaiting(false);
      void pending.current?.();
    },
    cancel: () => {
      pending.current = null;
      setWaiting(false);
    },
  };
}
