import { useSyncExternalStore } from 'react';
import { DEVICE_KEYS, readDevice, writeDevice } from '../../platform/device-storage.ts';

/** Light, dark, or as the device has it. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const listeners = new Set<() => void>();

function read(): Theme {
  const kept = readDevice(DEVICE_KEYS.theme);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** The colour scheme chosen on this device and how to choose another; the server knows of no choice. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, () => 'system' as const);
  return [theme, choose];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choose(theme: Theme): void {
  writeDevice(DEVICE_KEYS.theme, theme === 'system' ? null : theme);
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}
