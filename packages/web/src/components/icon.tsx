import { classNames } from './class-names.ts';

const PATHS = {
  search: 'M9 15.5a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13Zm4.7-1.8L18 18',
  bag: 'M3.5 6.5h13l-.8 11H4.3l-.8-11Zm3.5 3V5a3 3 0 0 1 6 0v4.5',
  menu: 'M2.5 6.5h15M2.5 13.5h15',
  close: 'm4 4 12 12M16 4 4 16',
  chevron: 'm5 7.5 5 5 5-5',
  arrow: 'M3 10h13.5m-5-5 5 5-5 5',
  check: 'm4 10.5 4 4 8-9',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  question:
    'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16ZM7.9 7.7c.2-1.3 1.1-2 2.3-2 1.3 0 2.2.8 2.2 2 0 1.6-2.3 1.8-2.3 3.6m0 2.4v.3',
  alert: 'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0-11.5v4.6m0 2.6v.3',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 1.8v1.9m0 12.6v1.9M1.8 10h1.9m12.6 0h1.9M4.2 4.2l1.3 1.3m9 9 1.3 1.3m0-11.6-1.3 1.3m-9 9-1.3 1.3',
  moon: 'M16.8 12.1A7.3 7.3 0 0 1 7.9 3.2a7.3 7.3 0 1 0 8.9 8.9Z',
  globe:
    'M10 18a8 8 0 1 0 0-16 8 8 0 0 0 0 16Zm0 0c2.2-2.2 3.2-4.9 3.2-8S12.2 4.2 10 2C7.8 4.2 6.8 6.9 6.8 10s1 5.8 3.2 8ZM2.3 10h15.4',
  key: 'M6 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm3.5-3.5h8m-2 0v3m-3-3v2',
  lock: 'M4.5 9h11v8.5h-11V9ZM7 9V6a3 3 0 0 1 6 0v3',
  heart: 'M10 16.8S2.8 12.6 2.8 7.7a3.9 3.9 0 0 1 7.2-2.1 3.9 3.9 0 0 1 7.2 2.1c0 4.9-7.2 9.1-7.2 9.1Z',
  person: 'M10 9.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 17.5c.6-3.4 3.4-5.2 7-5.2s6.4 1.8 7 5.2',
  compare: 'M3.5 4h5v12h-5V4Zm8 0h5v12h-5V4Z',
  filter: 'M2.5 5.5h15M5.5 10h9m-6 4.5h3',
} as const;

/** The drawn signs of the site; each is decoration beside words, or the content of a control that has a name. */
export type IconName = keyof typeof PATHS;

/** A drawn sign. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className={classNames('size-5 shrink-0 fill-none stroke-current', className)}
    >
      <path d={PATHS[name]} strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
