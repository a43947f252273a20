import { clear, createStore, del, entries, get, keys, set, setMany, type UseStore } from 'idb-keyval';
import { DEVICE_PICTURES } from '../../platform/device-storage.ts';

/** The longest picture that is kept, as the text of a data: address. */
const LONGEST = 400_000;

let opened: UseStore | undefined;
const store = () => (opened ??= createStore(DEVICE_PICTURES, 'pictures'));

/** The picture kept of a product, as a data: address; null where there is none or the browser keeps nothing. */
export async function keptPicture(slug: string): Promise<string | null> {
  return orElse(async () => sound(await get<unknown>(slug, store())), null);
}

/** Keeps a picture of a product. */
export async function keepPicture(slug: string, picture: string): Promise<void> {
  if (sound(picture) !== null) await orElse(() => set(slug, picture, store()), undefined);
}

/** Lets go of the pictures of products that are no longer kept. */
export async function dropPictures(isKept: (slug: string) => boolean): Promise<void> {
  await orElse(async () => {
    for (const slug of await keys<string>(store())) if (!isKept(slug)) await del(slug, store());
  }, undefined);
}

/** All pictures, by product. */
export function allPictures(): Promise<Record<string, string>> {
  return orElse(async () => {
    const known = await entries<string, unknown>(store());
    return Object.fromEntries(known.flatMap(([slug, value]) => (sound(value) ? [[slug, sound(value) as string]] : [])));
  }, {});
}

/** Forgets all pictures; what is answered puts them back. */
export async function forgetPictures(): Promise<() => Promise<void>> {
  const before = await allPictures();
  await orElse(() => clear(store()), undefined);
  return () => orElse(() => setMany(Object.entries(before), store()), undefined);
}

function sound(value: unknown): string | null {
  const isPicture =
    typeof value === 'string' &&
    value.length <= LONGEST &&
    /^data:image\/(?:webp|jpeg|png);base64,[A-Za-z\d+/]+={0,2}$/.test(value);
  return isPicture ? value : null;
}

/** A browser may refuse a database at any moment: in private windows, when it is full, when it is damaged. */
async function orElse<Value>(run: () => Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await run();
  } catch {
    return otherwise;
  }
}
