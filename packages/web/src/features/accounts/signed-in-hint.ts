import { useSyncExternalStore } from 'react';
import { DEVICE_KEYS, readDevice, writeDevice } from '../../platform/device-storage.ts';

// The session is in a cookie that no script can read. That there is one is noted on the device, so that the header knows
// what to say without asking, and pages of visitors ask for nobody. It says that somebody is signed in here, not who.

const listeners = new Set<() => void>();

/** Set where the browser keeps nothing: then it is known for the visit only. */
let duringVisit = false;

/** Whether somebody is signed in here, as far as the device knows; the server and the first render do not. */
export function useSignedInHint(): boolean {
  return useSyncExternalStore(subscribe, isSignedInHinted, () => false);
}

/** Whether somebody is signed in here, as far as the device knows. */
export function isSignedInHinted(): boolean {
  return duringVisit || readDevice(DEVICE_KEYS.account) !== null;
}

/** Notes that somebody has signed in; other tabs hear of it, also if somebody else was signed in before. */
export function hintSignedIn(): void {
  writeDevice(DEVICE_KEYS.account, null);
  writeDevice(DEVICE_KEYS.account, 'signed-in');
  duringVisit = readDevice(DEVICE_KEYS.account) === null;
  tell();
}

/** Notes that nobody is signed in any more. */
export function hintSignedOut(): void {
  writeDevice(DEVICE_KEYS.account, null);
  duringVisit = false;
  tell();
}

/** Tells when another tab has signed in or out, and when this page is shown again after a time in which it heard nothing. */
export function followSignIn(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    // Without a key everything was cleared.
    if (key === null || key === DEVICE_KEYS.account) listener();
  };
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) listener();
  };
  window.addEventListener('storage', onStorage);
  window.addEventListener('pageshow', onShow);
  return () => {
    window.removeEventListener('storage', onStorage);
    window.removeEventListener('pageshow', onShow);
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stop = followSignIn(listener);
  return () => {
    listeners.delete(listener);
    stop();
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}
