/** What the site keeps on the device, put there by what the visitor does; the page about the device lists these names. */
export const DEVICE_KEYS = {
  theme: 'barrier.theme',
  market: 'barrier.market',
  skin: 'barrier.skin',
  favourites: 'barrier.favourites',
  viewed: 'barrier.viewed',
  routine: 'barrier.routine',
  opened: 'barrier.opened',
  account: 'barrier.account',
  collection: 'barrier.collection',
} as const;
export type DeviceKey = (typeof DEVICE_KEYS)[keyof typeof DEVICE_KEYS];

/** The database of the browser in which small pictures of what is kept there lie, beside those keys. */
export const DEVICE_PICTURES = 'barrier.pictures';

/** Where a tab keeps the way to an order that is being paid, until it is closed. */
export const TAB_ORDER = 'barrier.order';

/** Where a tab keeps which goods that order has, by number of variant alone, until it is paid. */
export const TAB_GOODS = 'barrier.goods';

/** Reads a choice kept on the device; null where there is none or the browser keeps nothing. */
export function readDevice(key: DeviceKey): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice on the device, or forgets it with null; where the browser refuses, it lasts for the visit. */
export function writeDevice(key: DeviceKey, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing is a choice too.
  }
}
