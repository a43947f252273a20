import type { ErasureState } from '@barrier/schema/data-rights/erasure-state.ts';

/** Where a request for erasure stands. */
export type RequestState =
  /** Nothing is done yet; waits for its time, and for orders that are to be finished first. */
  | 'SCHEDULED'
  | 'CANCELLED'
  /** The receipt is on its way to the address that will be gone. */
  | 'MAILING'
  /** Every subject is on record to be erased; from here on it happens whatever happens. */
  | 'ERASING'
  /** Rows and keys are gone; what is left in the files is looked for once they are cleaned. */
  | 'CHECKING'
  | 'EXECUTED';

const START: RequestState = 'SCHEDULED';

/** Where a request can go from where it stands, and what it is called to its person. */
const STATES: Readonly<Record<RequestState, { readonly next: readonly RequestState[]; readonly shown: ErasureState }>> =
  {
    SCHEDULED: { next: ['CANCELLED', 'MAILING'], shown: 'SCHEDULED' },
    CANCELLED: { next: [], shown: 'CANCELLED' },
    MAILING: { next: ['ERASING'], shown: 'EXECUTING' },
    ERASING: { next: ['CHECKING'], shown: 'EXECUTING' },
    CHECKING: { next: ['EXECUTED'], shown: 'EXECUTED' },
    EXECUTED: { next: [], shown: 'EXECUTED' },
  };

/** A step that the table does not permit; the caller's transaction must be rolled back. */
class ErasureTransitionError extends Error {
  override readonly name = 'ErasureTransitionError';
  readonly code = 'ERASURE_TRANSITION';
}

/** Moves a request, whose row the caller has locked. @throws {ErasureTransitionError} */
export function moveRequest(request: { state: RequestState }, to: RequestState): void {
  if (!STATES[request.state].next.includes(to))
    throw new ErasureTransitionError(`A request that is ${request.state} does not become ${to}.`);
  request.state = to;
}

/** What a state is called to the person. */
export function shownState(state: RequestState): ErasureState {
  return STATES[state].shown;
}

/** A table with a state out of reach must not load. */
function check(): void {
  const reached = new Set<RequestState>([START]);
  for (const state of reached) for (const next of STATES[state].next) reached.add(next);
  const lost = Object.keys(STATES).filter((state) => !reached.has(state as RequestState));
  if (lost.length > 0) throw new Error(`The lifecycle of erasures does not reach ${lost.join(', ')}.`);
}

check();
