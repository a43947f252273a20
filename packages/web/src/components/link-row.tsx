import { useLayoutEffect, useRef } from 'react';
import { LocalLink } from '../platform/page/local-link.tsx';
import { classNames } from './class-names.ts';

/** A page among those that belong together. */
export interface RowLink {
  readonly to: string;
  readonly text: string;
  /** Whether one is on this page, or on one below it. */
  readonly here: 'page' | 'within' | null;
}

interface LinkRowProps {
  /** What the pages have in common, for those who do not see them side by side. */
  readonly label: string;
  readonly links: readonly RowLink[];
  readonly className?: string;
}

/** The way around pages that belong together: one line at every width; where it is longer than the window, it is swiped. */
export function LinkRow({ label, links, className }: LinkRowProps) {
  const row = useRef<HTMLElement>(null);
  const current = links.find(({ here }) => here !== null)?.to;
  // Where one is stands in view, with some of its neighbours; the page itself does not move.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is when it has to be looked for anew.
  useLayoutEffect(() => {
    const nav = row.current;
    const link = nav?.querySelector('[aria-current]');
    if (!nav || !link) return;
    const [outer, inner] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
    nav.scrollBy({ left: inner.left + inner.width / 2 - (outer.left + outer.width / 2), behavior: 'instant' });
  }, [current]);
  return (
    <nav
      ref={row}
      aria-label={label}
      className={classNames(
        'no-scrollbar relative -mx-[clamp(1.25rem,4.2vw,4.5rem)] overflow-x-auto px-[clamp(1.25rem,4.2vw,4.5rem)] text-small inset-shadow-[0_-1px_0_0_var(--color-hairline)] sm:mx-0 sm:px-0',
        className,
      )}
    >
      <ul className="flex w-max gap-x-5 sm:gap-x-7">
        {links.map(({ to, text, here }) => (
          <li key={to}>
            <LocalLink
              to={to}
              aria-current={here === 'page' ? 'page' : here === 'within' || undefined}
              className={classNames(
                'flex min-h-11 items-center border-b-2 transition-colors hover:text-eucalyptus',
                here === null ? 'border-transparent text-ink-soft' : 'border-eucalyptus text-ink',
              )}
            >
              {text}
            </LocalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
