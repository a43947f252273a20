import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';
import { LocalLink } from '../../platform/page/local-link.tsx';

/** The pages about what stays on the device. */
const DEVICE_PAGES: readonly [string, MessageKey][] = [
  ['/skin', 'quiz.title'],
  ['/favourites', 'favourite.title'],
  ['/routine', 'routine.title'],
  ['/empties', 'empties.title'],
  ['/device', 'device.title'],
];

/** Around each of these pages: what it is, that it stays here, and the way to the others. */
export function DevicePageFrame({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useText();
  const { path } = splitLanguage(useLocation().pathname);
  return (
    <div className="shell pt-10 lg:pt-16">
      <nav aria-label={t('device.pages')} className="mb-10 text-small lg:mb-14">
        <ul className="flex flex-wrap gap-x-7 gap-y-1">
          {DEVICE_PAGES.map(([to, key]) => (
            <li key={to}>
              <LocalLink
                to={to}
                aria-current={path === to ? 'page' : undefined}
                className={classNames(
                  'inline-block border-b py-1.5 transition-colors hover:text-ink',
                  path === to ? 'border-eucalyptus text-ink' : 'border-transparent text-ink-soft',
                )}
              >
                {t(key)}
              </LocalLink>
            </li>
          ))}
        </ul>
      </nav>
      <header className="mb-12 flex max-w-[46rem] flex-col gap-4 lg:mb-16">
        <h1 className="display-2">{title}</h1>
        <p className="text-lead text-ink-soft">{lead}</p>
      </header>
      {/* As tall as a window, so that the footer is not pushed when what is kept appears. */}
      <div className="min-h-[70dvh]">{children}</div>
    </div>
  );
}
