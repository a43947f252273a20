import { MAIN_ID } from '../platform/page/main-id.ts';

/** Where somebody was on a page when they left it. */
export interface LeftPlace {
  /** Pixels from its top. */
  readonly top: number;
  /** The address of the link that was followed, if any. */
  readonly link: string | null;
}

const TOP: LeftPlace = { top: 0, link: null };

/** Milliseconds after which a page that is still too short is left as it is. */
const PATIENCE = 5_000;

/** What a visitor does who has taken over: from then on nothing is moved under their hands. */
const TAKING_OVER = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

interface State {
  readonly place?: LeftPlace;
}

/** Writes the place into the entry of the history that is shown: it lives and ends with the tab, and survives a reload. */
export function rememberPlace(place: LeftPlace): void {
  window.history.replaceState({ ...(window.history.state as State | null), place }, '');
}

/** The place that the entry of the history remembers; the top where it has none. */
export function placeLeft(): LeftPlace {
  return (window.history.state as State | null)?.place ?? TOP;
}

/** Goes to a place, and, while the page is still growing, again, until it is reached or the visitor moves. Answers how to stop. */
export function returnToPlace({ top, link }: LeftPlace): () => void {
  const stop = () => {
    growth.disconnect();
    clearTimeout(patience);
    for (const name of TAKING_OVER) window.removeEventListener(name, stop);
  };
  const go = () => {
    window.scrollTo(0, top);
    const followed =
      link === null ? null : document.querySelector<HTMLElement>(`#${MAIN_ID} a[href="${CSS.escape(link)}"]`);
    followed?.focus({ preventScroll: true });
    if (Math.abs(window.scrollY - top) <= 1 && (link === null || followed)) stop();
  };
  const growth = new ResizeObserver(go);
  const patience = setTimeout(stop, PATIENCE);
  for (const name of TAKING_OVER) window.addEventListener(name, stop, { passive: true });
  growth.observe(document.documentElement);
  go();
  return stop;
}
