import { inspect } from 'node:util';

/**
 * A text that is filled in after the access log has its entry, just before the answer is written. It serialises as the
 * text; serialising it too early is an error, never a leak.
 */
export class DeferredText {
  #text: string | null | undefined = undefined;

  /** Puts the text in; null if the key was destroyed between decision and opening. */
  fill(text: string | null): void {
    this.#text = text;
  }

  toJSON(): string | null {
    if (this.#text === undefined)
      throw new Error('A personal value was to be answered before the access log had its entry.');
    return this.#text;
  }

  toString(): string {
    return '[deferred]';
  }

  [inspect.custom](): string {
    return '[deferred]';
  }
}
