import { useRef, useState } from 'react';
import { hasCode } from '../../platform/error-code.ts';
import { useText } from '../../platform/i18n/text.tsx';

/** What the server had against an input. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** Something that is asked of the server, one at a time. */
export interface Attempt {
  readonly busy: boolean;
  /** What went wrong as a whole, in words. */
  readonly problem: string | null;
  /** What is wrong with a field, in words; by the last part of its path. */
  readonly wrong: (field: string) => string | null;
  /** Shows what is wrong with fields before anything is sent, and leads to the first of them. */
  readonly show: (errors: Readonly<Record<string, string>>) => void;
  /** Runs the work, whose answer is what the server had against it; answers whether that was nothing. */
  readonly run: (work: () => Promise<readonly Refusal[]>) => Promise<boolean>;
}

/** The id of a field that an attempt can lead to. */
export const fieldId = (field: string) => `account-${field}`;

/**
 * Keeps what became of an attempt: whether it is under way, and what was wrong with which of the fields. `onOver` hears
 * that the session has ended meanwhile, elsewhere or by its time.
 */
export function useAttempt(fields: readonly string[], onOver?: () => void): Attempt {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const running = useRef(false);

  function show(wrong: Readonly<Record<string, string>>): void {
    setErrors(wrong);
    const first = fields.find((field) => wrong[field] !== undefined);
    if (first !== undefined) document.getElementById(fieldId(first))?.focus();
  }

  async function run(work: () => Promise<readonly Refusal[]>): Promise<boolean> {
    // A second press may come before the first is rendered.
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    setErrors({});
    try {
      const refusals = await work();
      const fieldOf = ({ path }: Refusal) => fields.find((field) => field === path?.at(-1)) ?? null;
      show(Object.fromEntries(refusals.map((one) => [fieldOf(one) ?? '', one.message])));
      setProblem(refusals.find((one) => fieldOf(one) === null)?.message ?? null);
      return refusals.length === 0;
    } catch (error) {
      if (hasCode(error, 'TOO_MANY_REQUESTS')) setProblem(t('account.tooMany'));
      else if (onOver && hasCode(error, 'UNAUTHENTICATED')) onOver();
      else setProblem(t('error.connection'));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  return { busy, problem, wrong: (field) => errors[field] ?? null, show, run };
}
