import type { ComponentType } from 'react';
import { ConsentsSection } from '../consent/consents-section.tsx';
import { AccessHistorySection } from './access-history-section.tsx';
import { DownloadSection } from './download-section.tsx';
import { EraseSection } from './erase-section.tsx';
import { HoldingsSection } from './holdings-section.tsx';
import { RestrictSection } from './restrict-section.tsx';
import type { RightsHolder, RightsSectionProps } from './rights-holder.ts';

/** In the order in which they stand on the page, a line each; every one is alike for customers and guests (P1.1). */
const SECTIONS: readonly (readonly [key: string, Section: ComponentType<RightsSectionProps>])[] = [
  ['holdings', HoldingsSection],
  ['history', AccessHistorySection],
  ['download', DownloadSection],
  ['consents', ConsentsSection],
  ['restrict', RestrictSection],
  ['erase', EraseSection],
];

/** What somebody can do about their own data, one right after the other. */
export function RightsSections({ holder }: { holder: RightsHolder }) {
  return SECTIONS.map(([key, Section]) => <Section key={key} holder={holder} />);
}
