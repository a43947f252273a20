import { type ComponentType, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { ConsentsSection } from '../consent/consents-section.tsx';
import { AccessHistorySection } from './access-history-section.tsx';
import { DownloadSection } from './download-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { HoldingsSection } from './holdings-section.tsx';
import { RestrictSection } from './restrict-section.tsx';
import type { RightsHolder, RightsSectionProps } from './rights-holder.ts';

/** In the order in which they stand on the page, by their titles; every one is alike for customers and guests (P1.1). */
const SECTIONS: readonly (readonly [title: MessageKey, Section: ComponentType<RightsSectionProps>])[] = [
  ['holdings.title', HoldingsSection],
  ['history.title', AccessHistorySection],
  ['download.title', DownloadSection],
  ['consent.title', ConsentsSection],
  ['restrict.title', RestrictSection],
  ['erase.title', EraseSection],
];

/** What somebody can do about their own data, one right after the other, and the way to each: the page is long. */
export function RightsSections({ holder }: { holder: RightsHolder }) {
  const t = useText();
  const parts = useRef(new Map<MessageKey, HTMLDivElement>());
  // No links: the fragment of the address may be the guest's right to be here.
  function goTo(title: MessageKey) {
    const part = parts.current.get(title);
    part?.querySelector('h2')?.focus({ preventScroll: true });
    part?.scrollIntoView({ block: 'start' });
  }
  return (
    <>
      <nav
        aria-label={t('rights.onPage')}
        className="relative flex flex-wrap gap-x-6 gap-y-3 border-t border-hairline py-5 pointer-coarse:gap-y-5"
      >
        {SECTIONS.map(([title]) => (
          <Button key={title} tone="plain" onClick={() => goTo(title)}>
            <span className="sr-only">{t('rights.goTo')} </span>
            {t(title)}
          </Button>
        ))}
      </nav>
      {SECTIONS.map(([title, Section]) => (
        <div
          key={title}
          ref={(part) => {
            if (part) parts.current.set(title, part);
          }}
        >
          <Section holder={holder} />
        </div>
      ))}
    </>
  );
}
