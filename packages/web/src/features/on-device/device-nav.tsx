import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { LinkRow } from '../../components/link-row.tsx';
import { QuietScene } from '../../components/quiet-scene.tsx';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';

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
      <LinkRow
        label={t('device.pages')}
        links={DEVICE_PAGES.map(([to, key]) => ({ to, text: t(key), here: path === to ? 'page' : null }))}
        className="mb-8 lg:mb-0"
      />
      <header className="mb-12 grid items-center gap-x-8 lg:mt-12 lg:mb-14 lg:grid-cols-12">
        <div className="flex flex-col gap-4 lg:col-span-6">
          <h1 className="display-2">{title}</h1>
          <p className="max-w-[34rem] text-lead text-ink-soft">{lead}</p>
        </div>
        {/* Whatever is kept and whether anything is: what a page fetches must not hang on that. */}
        <QuietScene className="hidden aspect-2/1 lg:col-span-5 lg:col-start-8 lg:block" />
      </header>
      {/* As tall as a window, so that the footer is not pushed when what is kept appears. */}
      <div className="min-h-[60dvh] lg:min-h-[50dvh]">{children}</div>
    </div>
  );
}
