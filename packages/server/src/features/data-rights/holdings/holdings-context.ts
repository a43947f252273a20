import type { Marking } from '@barrier/schema/privacy/read-marks.ts';
import type { PersonContext } from '../require-person.ts';

/** What showing people what is held about them needs of a request's context. */
export interface HoldingsContext extends PersonContext {
  /** The marks of the whole graph, from which purposes and viewers of a field follow. */
  markings(): readonly Marking[];
}
