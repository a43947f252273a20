import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { LinkButton } from '../../components/button.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';
import { PAGE_SIZE, shownCount, withShown } from './list-state.ts';

/** Up to so many products come by themselves; then they are asked for, so that the foot of the page can be reached. */
const UNASKED = 3 * PAGE_SIZE;

/** How far below the window the end of the list may be when more is fetched. */
const AHEAD = '0px 0px 600px 0px';

interface MoreProductsProps {
  readonly shown: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  /** Whether the last attempt failed; the next one is the visitor's. */
  readonly failed: boolean;
  readonly search: URLSearchParams;
  /** Fetches the next products; whoever asked for them goes on from the first of them. */
  readonly onMore: (asked: boolean) => void;
}

/** How much of the list is on show and the way to more of it: by scrolling at first, and always by a link. */
export function MoreProducts({ shown, total, hasMore, loading, failed, search, onMore }: MoreProductsProps) {
  const t = useText();
  const { path } = splitLanguage(useLocation().pathname);
  const end = useRef<HTMLDivElement>(null);
  // As many as the address says were on show come back by themselves too.
  const unasked = Math.max(UNASKED, shownCount(search));
  useNearing(end, hasMore && !loading && !failed && shown < unasked, () => onMore(false));
  return (
    <div ref={end} className="mt-16 flex flex-col items-center gap-4">
      {/* The head of a short list says how many there are; saying it again below would be silly. */}
      <p role="status" className="figures text-fine text-ink-faint">
        {hasMore ? t('list.shown', { shown, total }) : total > PAGE_SIZE && t('list.all', { total })}
      </p>
      {failed && <p className="text-small text-clay">{t('error.connection')}</p>}
      {hasMore && (
        <LinkButton
          tone="outline"
          to={`${path}?${withShown(search, shown + PAGE_SIZE).toString()}`}
          aria-busy={loading || undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            if (!loading) onMore(true);
          }}
        >
          {t('list.more')}
          {loading && <Spinner />}
        </LinkButton>
      )}
    </div>
  );
}

/** Tells once when an element comes near the window, each time that it is waited for. */
function useNearing(element: RefObject<HTMLElement | null>, waiting: boolean, onNear: () => void): void {
  const tell = useRef(onNear);
  useEffect(() => {
    tell.current = onNear;
  });
  useEffect(() => {
    if (!waiting || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        tell.current();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, waiting]);
}
