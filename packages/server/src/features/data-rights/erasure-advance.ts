import type { ErasureStep } from '../../privacy/erasure/erase-subject.ts';
import type { ErasureDeps } from './erasure-deps.ts';
import type { ErasureRequest } from './erasure-request.entity.ts';

/** How far an erasure that somebody asked for is, told once a step is committed; tests kill the process there. */
export type RequestStep = 'MAILED' | 'RECORDED' | 'EXECUTED' | 'CHECKED' | ErasureStep;

/** Who wants to know how far it is. */
export interface AdvanceOptions {
  readonly onStep?: (step: RequestStep) => void;
}

/** Does one step of a request; answers when to go on if it cannot be done yet, null if it is done. */
export type Advance = (deps: ErasureDeps, request: ErasureRequest, options: AdvanceOptions) => Promise<Date | null>;
