import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** The element that holds a page's content; it takes the focus when a page is entered. */
export const MAIN_ID = 'main';

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

  useEffect(() => {
    window.history.scrollRestoration = 'manual';
    const remember = () => positions.set(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);

  useBrowserLayoutEffect(() => {
    if (entered.current === pathname) return;
    entered.current = pathname;
    const target = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
    if (kind === 'POP') window.scrollTo(0, positions.get(key) ?? 0);
    else if (target) target.scrollIntoView();
    else window.scrollTo(0, 0);
  }, [pathname, hash, key, kind]);
}
