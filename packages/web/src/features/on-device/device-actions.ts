import type { Language } from '../../platform/locale/language.ts';
import { type KeptProduct, MOST, type SkinProfile } from './device-data.ts';
import { changeDevice, deviceData } from './device-store.ts';
import { type DetailedProduct, keepProduct, type ListedProduct, renewed } from './keep-product.ts';
import { dropPictures, keepPicture } from './kept-pictures.ts';
import { takePicture } from './take-picture.ts';

/** A product on the page, in its language, with the picture that is shown of it. */
export interface SeenProduct {
  readonly product: ListedProduct & Partial<DetailedProduct>;
  readonly language: Language;
  readonly image: HTMLImageElement | null;
}

/** The day on this device, as it is kept. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Makes a product a favourite, or lets go of it. */
export function toggleFavourite(seen: SeenProduct): void {
  const { slug } = seen.product;
  if (deviceData().favourites.some((kept) => kept.slug === slug)) {
    letGoOfFavourite(slug);
    return;
  }
  const kept = snapshot(seen);
  changeDevice('favourites', (before) =>
    [kept, ...before.filter((other) => other.slug !== slug)].slice(0, MOST.favourites),
  );
}

/** Lets go of a favourite. */
export function letGoOfFavourite(slug: string): void {
  changeDevice('favourites', (before) => before.filter((kept) => kept.slug !== slug));
}

/** Remembers that a product was looked at, unless the visitor would rather not; renews what is kept of it elsewhere. */
export function rememberView(seen: SeenProduct): void {
  renew(seen);
  if (deviceData().viewed.paused) return;
  const kept = snapshot(seen);
  changeDevice('viewed', ({ paused, products }) => ({
    paused,
    products: [kept, ...products.filter(({ slug }) => slug !== kept.slug)].slice(0, MOST.viewed),
  }));
}

/** Begins or stops remembering what is looked at; stopping forgets what was. */
export function pauseViewed(paused: boolean): void {
  changeDevice('viewed', ({ products }) => ({ paused, products: paused ? [] : products }));
  tidyPictures();
}

/** Puts a product into the routine at the times that it is made for, or takes it out. */
export function toggleRoutine(seen: SeenProduct): void {
  const { slug } = seen.product;
  if (deviceData().routine.some(({ product }) => product.slug === slug)) takeOutOfRoutine(slug);
  else addToRoutine(snapshot(seen));
}

/** Puts what is kept of a product into the routine, at the times that it is made for. */
export function addToRoutine(product: KeptProduct): void {
  const times = product.details?.useTimes ?? [];
  const at = (time: 'MORNING' | 'EVENING') => times.length === 0 || times.includes(time);
  const step = { product, morning: at('MORNING'), evening: at('EVENING') };
  changeDevice('routine', (before) =>
    [...before.filter((other) => other.product.slug !== product.slug), step].slice(-MOST.routine),
  );
}

/** Uses a product of the routine at other times. */
export function changeTimes(slug: string, times: { readonly morning: boolean; readonly evening: boolean }): void {
  changeDevice('routine', (before) =>
    before.map((step) => (step.product.slug === slug ? { ...step, ...times } : step)),
  );
}

/** Takes a product out of the routine. */
export function takeOutOfRoutine(slug: string): void {
  changeDevice('routine', (before) => before.filter(({ product }) => product.slug !== slug));
}

/** Notes the day on which a product was opened; another day takes the place of the former. */
export function noteOpened(product: KeptProduct, openedOn: string): void {
  changeDevice('opened', (before) =>
    [...before.filter((other) => other.product.slug !== product.slug), { product, openedOn }].slice(-MOST.opened),
  );
}

/** A product is used up. */
export function noteEmpty(slug: string): void {
  changeDevice('opened', (before) => before.filter(({ product }) => product.slug !== slug));
}

/** Keeps what the visitor says of their skin; null forgets it. */
export function describeSkin(skin: SkinProfile | null): void {
  changeDevice('skin', () => skin);
}

/** Takes a snapshot; its picture follows as soon as it is drawn. */
function snapshot({ product, language, image }: SeenProduct): KeptProduct {
  void takePicture(image).then((picture) => {
    if (picture !== null) void keepPicture(product.slug, picture);
  });
  return renewed(known(product.slug), keepProduct(product, language, today()));
}

/** What is kept of a product that is seen again is as it is now: price, words, and what a list had not told. */
function renew(seen: SeenProduct): void {
  const { slug } = seen.product;
  if (!known(slug)) return;
  const now = keepProduct(seen.product, seen.language, today());
  const { favourites, routine, opened } = deviceData();
  const again = (kept: KeptProduct) => (kept.slug === slug ? renewed(kept, now) : kept);
  const step = <Step extends { product: KeptProduct }>(one: Step): Step => ({ ...one, product: again(one.product) });
  if (favourites.some((kept) => kept.slug === slug)) changeDevice('favourites', (before) => before.map(again));
  if (routine.some(({ product }) => product.slug === slug)) changeDevice('routine', (before) => before.map(step));
  if (opened.some(({ product }) => product.slug === slug)) changeDevice('opened', (before) => before.map(step));
}

function known(slug: string): KeptProduct | undefined {
  return allKept().find((kept) => kept.slug === slug && kept.details) ?? allKept().find((kept) => kept.slug === slug);
}

function allKept(): KeptProduct[] {
  const { favourites, viewed, routine, opened } = deviceData();
  return [...favourites, ...viewed.products, ...[...routine, ...opened].map(({ product }) => product)];
}

/** Lets go of pictures of products that are kept no more; not at once, since letting go can be undone. */
export function tidyPictures(): void {
  const slugs = new Set(allKept().map(({ slug }) => slug));
  void dropPictures((slug) => slugs.has(slug));
}
