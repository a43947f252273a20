import type { PrivacyCore } from '../core.ts';

/** The steps of the protocol (D3), each told once it is durable. */
export type ErasureStep = 'INTENT' | 'KEY' | 'EVICTED' | 'ROWS' | 'FORGOTTEN' | 'ERASED';

/**
 * Erases a subject (D3): intent committed in main, then the key, then the rows of every registration, then the log's pseudonym,
 * then the state. Each step is idempotent; what a crash leaves is taken up by `resumeErasures`.
 */
export declare function eraseSubject(
  core: PrivacyCore,
  subjectId: string,
  options?: { onStep?: (step: ErasureStep) => void },
): Promise<void>;

/** Carries on with every erasure whose intent is committed. Called at start. Answers how many. */
export declare function resumeErasures(core: PrivacyCore): Promise<number>;
