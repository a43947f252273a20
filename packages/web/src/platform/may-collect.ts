import { useSyncExternalStore } from 'react';
import { DEVICE_KEYS, readDevice, writeDevice } from './device-storage.ts';

const listeners = new Set<() => void>();

/** The switch where the browser keeps nothing: then it holds for the visit. */
let offDuringVisit = false;

/** Whether the browser asks not to be followed, by Global Privacy Control or Do Not Track (P6.5). */
export function sendsPrivacySignal(): boolean {
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { readonly globalPrivacyControl?: unknown };
  return globalPrivacyControl === true || doNotTrack === '1';
}

/** Whether the switch of the site is off on this device. */
function isSwitchedOff(): boolean {
  return offDuringVisit || readDevice(DEVICE_KEYS.collection) === 'off';
}

/**
 * Whether anything may be counted of what this browser does, without saying whose it is (P2.3, P6.5): nothing where the browser sends a signal, or
 * the switch of the site is off. Whatever collects asks this before it sends anything, and nothing else.
 */
export function mayCollect(): boolean {
  return !sendsPrivacySignal() && !isSwitchedOff();
}

/** Turns the switch of the site, on this device alone; no request tells of it. */
export function switchCollection(on: boolean): void {
  writeDevice(DEVICE_KEYS.collection, on ? null : 'off');
  offDuringVisit = !on && readDevice(DEVICE_KEYS.collection) === null;
  for (const listener of listeners) listener();
}

/** Whether the browser asks not to be followed; the server and the first render do not know, so that pages are the same for everybody (D19). */
export function usePrivacySignal(): boolean {
  return useSyncExternalStore(subscribe, sendsPrivacySignal, () => false);
}

/** Whether anything may be counted here; not until it is known. */
export function useMayCollect(): boolean {
  return useSyncExternalStore(subscribe, mayCollect, () => false);
}

/** Whether the switch of the site is on. */
export function useCollectionSwitch(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => !isSwitchedOff(),
    () => true,
  );
}

function subscribe(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    // Without a key everything was cleared.
    if (key === null || key === DEVICE_KEYS.collection) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}
