import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { MAIN_ID } from '../platform/page/main-id.ts';
import { type LeftPlace, placeLeft, rememberPlace, returnToPlace } from './left-place.ts';

const places = new Map<string, LeftPlace>();
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** Milliseconds of rest after which the place is written into the entry of the history: browsers limit how often one may. */
const REST = 200;

/**
 * After a visit to another page: to its top (or the part the address names) with the focus on its content, so that a
 * screen reader starts there; after going back: to where one was and to the link one had followed, also if the shop was
 * loaded anew in between. Changes of the query string alone move nothing.
 */
export function useScrollAndFocus(): void {
  const { key, pathname, hash } = useLocation();
  const kind = useNavigationType();
  const entered = useRef(pathname);
  const shown = useRef(key);

  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const keep = (place: LeftPlace) => {
      places.set(shown.current, place);
      clearTimeout(rest);
      rest = setTimeout(rememberPlace, REST, place);
    };
    const onScroll = () => keep({ top: window.scrollY, link: null });
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a')?.getAttribute('href') : null;
      if (link == null) return;
      const place = { top: window.scrollY, link };
      places.set(shown.current, place);
      // At once: the next thing that happens is another entry of the history.
      clearTimeout(rest);
      rememberPlace(place);
    };
    // The browser restores positions before the page is there; after a reload it alone knows them.
    const leaveToBrowser = () => {
      window.history.scrollRestoration = 'auto';
    };
    window.history.scrollRestoration = 'manual';
    window.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('pagehide', leaveToBrowser);
    return () => {
      clearTimeout(rest);
      window.removeEventListener('scroll', onScroll);
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('pagehide', leaveToBrowser);
    };
  }, []);

  useBrowserLayoutEffect(() => {
    // Before any scrolling, so that none of it is taken for the page that is left.
    shown.current = key;
    if (entered.current === pathname) return;
    entered.current = pathname;
    const target = hash === '' ? null : document.getElementById(hash.slice(1));
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
    if (kind === 'POP') return returnToPlace(places.get(key) ?? placeLeft());
    if (target) target.scrollIntoView();
    else window.scrollTo(0, 0);
    return undefined;
  }, [pathname, hash, key, kind]);
}
