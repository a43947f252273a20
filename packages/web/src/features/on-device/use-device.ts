import { useEffect, useSyncExternalStore } from 'react';
import type { DeviceData } from './device-data.ts';

/** The code that reads and writes what is kept on the device. */
interface Device {
  readonly store: typeof import('./device-store.ts');
  readonly actions: typeof import('./device-actions.ts');
  readonly pictures: typeof import('./kept-pictures.ts');
}

let device: Device | null = null;
let loading: Promise<Device> | null = null;
const listeners = new Set<() => void>();

/**
 * Loads that code. Every visit does it, whether anything is kept or not and before anything is pressed: if it were
 * fetched when needed, the server could tell who keeps something.
 */
export function loadDevice(): Promise<Device> {
  loading ??= Promise.all([
    import('./device-store.ts'),
    import('./device-actions.ts'),
    import('./kept-pictures.ts'),
  ]).then(
    ([store, actions, pictures]) => {
      device = { store, actions, pictures };
      store.subscribeDevice(tell);
      actions.tidyPictures();
      tell();
      return device;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** What the visitor keeps on the device; null on the server and until the page has come to rest. */
export function useDevice(): DeviceData | null {
  const data = useSyncExternalStore(subscribe, read, () => null);
  useEffect(loadWhenIdle, []);
  return data;
}

function read(): DeviceData | null {
  return device?.store.deviceData() ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function loadWhenIdle(): void {
  if (loading) return;
  // The next component to ask, or a press, tries again.
  const load = () => void loadDevice().catch(() => {});
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 2000 });
  else setTimeout(load, 200);
}
