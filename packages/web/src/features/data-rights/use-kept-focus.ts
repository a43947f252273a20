import { type RefObject, useEffect } from 'react';

/**
 * Whoever pressed a button that is gone goes on with what came of it. Only once something was done here: what comes by itself must take
 * the focus from nobody.
 */
export function useKeptFocus(target: RefObject<HTMLElement | null>, acted: boolean, change: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change is when the button may have gone.
  useEffect(() => {
    const { activeElement } = document;
    if (acted && (activeElement === null || activeElement === document.body)) target.current?.focus();
  }, [target, acted, change]);
}
