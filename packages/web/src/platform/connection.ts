import { useSyncExternalStore } from 'react';

/** A small file of the site; that it is answered says that the shop can be reached. */
const PROBE = '/favicon.svg';

/** A request that fails because its page is being left is not worth a word: so long (ms) until it is looked at closer. */
const FIRST_LOOK = 400;
const NEXT_LOOK = 4_000;

const listeners = new Set<() => void>();
let connected = true;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that a request reached the shop. */
export function noteReached(): void {
  clearTimeout(timer);
  timer = undefined;
  tell(true);
}

/** Says that a request did not reach the shop; whether it cannot be reached at all is looked at before anybody is told. */
export function noteUnreached(): void {
  timer ??= setTimeout(() => void look(), FIRST_LOOK);
}

/** Whether the shop can be reached, as far as is known; once it cannot, it is looked for until it can. */
export function useConnected(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => connected,
    () => true,
  );
}

async function look(): Promise<void> {
  const answered = await fetch(PROBE, { method: 'HEAD', cache: 'no-store', credentials: 'omit' }).then(
    () => true,
    () => false,
  );
  if (answered) return noteReached();
  tell(false);
  timer = setTimeout(() => void look(), NEXT_LOOK);
}

function lookNow(): void {
  clearTimeout(timer);
  timer = undefined;
  void look();
}

function goneOffline(): void {
  tell(false);
  noteUnreached();
}

function tell(now: boolean): void {
  if (now === connected) return;
  connected = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('online', lookNow);
    window.addEventListener('offline', goneOffline);
    if (!navigator.onLine) goneOffline();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('online', lookNow);
    window.removeEventListener('offline', goneOffline);
  };
}
