import { DEVICE_KEYS, readDevice, writeDevice } from '../../platform/device-storage.ts';
import { type DeviceData, type DevicePart, NOTHING, READERS } from './device-data.ts';

/** The shape of what is stored; another one gets another number. */
const VERSION = 1;

const PARTS = Object.keys(NOTHING) as DevicePart[];

/** What is known in this tab; in a browser that keeps nothing it lasts for the visit. */
let data: DeviceData = {
  ...NOTHING,
  ...Object.fromEntries(PARTS.map((part) => [part, stored(part)?.value ?? NOTHING[part]])),
};

const listeners = new Set<() => void>();

/** What the visitor keeps on the device; the same object until something changes. */
export function deviceData(): DeviceData {
  return data;
}

/** Tells of each change, also of those made in another tab. */
export function subscribeDevice(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', follow);
  };
}

/** Changes a part, beginning with what is stored now: another tab may have changed it. */
export function changeDevice<Part extends DevicePart>(
  part: Part,
  next: (before: DeviceData[Part]) => DeviceData[Part],
): void {
  const before = stored(part);
  const value = next(before?.value ?? data[part]);
  set(part, value);
  // A newer version of the shop wrote it, in a tab that is newer than this one: it is not for this one to overwrite.
  if (before?.newer) return;
  writeDevice(DEVICE_KEYS[part], value === NOTHING[part] ? null : JSON.stringify({ version: VERSION, value }));
}

/** Forgets everything; what is answered puts it back. */
export function forgetDevice(): () => void {
  const before = data;
  for (const part of PARTS) {
    set(part, NOTHING[part]);
    writeDevice(DEVICE_KEYS[part], null);
  }
  return () => {
    for (const part of PARTS) changeDevice(part, () => before[part]);
  };
}

/** A part as it is stored; null where nothing is. */
function stored<Part extends DevicePart>(part: Part): { value: DeviceData[Part]; newer: boolean } | null {
  const text = readDevice(DEVICE_KEYS[part]);
  if (text === null) return null;
  const { version, value } = parsed(text);
  if (version === VERSION) return { value: READERS[part](value), newer: false };
  return { value: NOTHING[part], newer: typeof version === 'number' && version > VERSION };
}

function parsed(text: string): { version?: unknown; value?: unknown } {
  try {
    const known: unknown = JSON.parse(text);
    return typeof known === 'object' && known !== null ? known : {};
  } catch {
    return {};
  }
}

function follow({ key }: StorageEvent): void {
  // Without a key everything was cleared.
  for (const part of PARTS) {
    if (key === null || key === DEVICE_KEYS[part]) set(part, stored(part)?.value ?? NOTHING[part]);
  }
}

function set<Part extends DevicePart>(part: Part, value: DeviceData[Part]): void {
  data = { ...data, [part]: value };
  for (const listener of listeners) listener();
}
