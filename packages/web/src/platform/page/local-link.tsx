import { type ComponentProps, createContext, use } from 'react';
import { Link } from 'react-router';
import { useLocale } from '../locale/locale-context.tsx';
import { inLanguage } from '../locale/localised-path.ts';

/** Fetches the code and data of an address of the shop ahead of a visit; it must be cheap to call again. */
export type Prefetch = (href: string) => void;

/** Gives the prefetcher to every link below. */
export const PrefetchContext = createContext<Prefetch>(() => {});

/** A link to a path of the shop in the page's language; pointing at it or focusing it fetches the page ahead. */
export function LocalLink({ to, ...props }: Omit<ComponentProps<typeof Link>, 'to'> & { to: string }) {
  const { language } = useLocale();
  const prefetch = use(PrefetchContext);
  const href = inLanguage(language, to);
  return (
    <Link
      {...props}
      to={href}
      onPointerEnter={() => prefetch(href)}
      onFocus={() => prefetch(href)}
      onTouchStart={() => prefetch(href)}
    />
  );
}
