import { afterEach, expect, it, vi } from 'vitest';
import { mayCollect, switchCollection } from './may-collect.ts';

/** A browser with a signal or none, and with a storage or none. */
function browser(signal: { globalPrivacyControl?: boolean; doNotTrack?: string | null }, keeps = true): void {
  const kept = new Map<string, string>();
  const refuse = () => {
    throw new Error('refused');
  };
  vi.stubGlobal('navigator', { doNotTrack: null, ...signal });
  vi.stubGlobal('localStorage', {
    getItem: keeps ? (key: string) => kept.get(key) ?? null : refuse,
    setItem: keeps ? (key: string, value: string) => void kept.set(key, value) : refuse,
    removeItem: keeps ? (key: string) => void kept.delete(key) : refuse,
  });
}

afterEach(() => {
  switchCollection(true);
  vi.unstubAllGlobals();
});

it('Something may be counted where nobody and nothing objects', () => {
  browser({});
  expect(mayCollect()).toBe(true);
  browser({ globalPrivacyControl: false, doNotTrack: '0' });
  expect(mayCollect()).toBe(true);
});

it('Nothing is counted of a browser that sends a signal, whatever the switch says', () => {
  for (const signal of [{ globalPrivacyControl: true }, { doNotTrack: '1' }]) {
    browser(signal);
    switchCollection(true);
    expect(mayCollect()).toBe(false);
  }
});

it('Nothing is counted where the switch is off, until it is on again, also where the browser keeps nothing', () => {
  for (const keeps of [true, false]) {
    browser({}, keeps);
    switchCollection(false);
    expect(mayCollect()).toBe(false);
    switchCollection(true);
    expect(mayCollect()).toBe(true);
  }
});
