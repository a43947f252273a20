/** Runs work one at a time; requests during a run lead to one more run after it. */
export function singleFlight(work: () => Promise<void>, onError: (error: unknown) => void, stopped: () => boolean) {
  let current: Promise<void> = Promise.resolve();
  let queued = false;
  const now = (): Promise<void> => {
    if (queued || stopped()) return current;
    queued = true;
    current = current.then(() => {
      queued = false;
      return work().catch((error: unknown) => {
        if (!stopped()) onError(error);
      });
    });
    return current;
  };
  return { request: () => void now(), idle: () => current };
}
