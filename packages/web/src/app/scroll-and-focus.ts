import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { MAIN_ID } from '../platform/page/main-id.ts';

const positions = new Map<string, number>();
const useBrowserLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * After a visit to another page: to its top (or the part the address names) with the focus on its content, so that a
 * screen reader starts there; after going back: to where one was. Changes of the query string alone move nothing.
 */
export function useScrollAndFocus(): void {
  const { key, pathname, hash } = useLocation();
  const kind = useNavigationType();
  const entered = useRef(pathname);
  const shown = useRef(key);

  useEffect(() => {
    // The browser restores positions before the page is there; after a reload it alone knows them.
    const leaveToBrowser = () => {
      window.history.scrollRestoration = 'auto';
    };
    const remember = () => positions.set(shown.current, window.scrollY);
    window.history.scrollRestoration = 'manual';
    window.addEventListener('scroll', remember, { passive: true });
    window.addEventListener('pagehide', leaveToBrowser);
    return () => {
      window.removeEventListener('scroll', remember);
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
    if (kind === 'POP') window.scrollTo(0, positions.get(key) ?? 0);
    else if (target) target.scrollIntoView();
    else window.scrollTo(0, 0);
  }, [pathname, hash, key, kind]);
}
