import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';

interface DisclosureProps {
  readonly title: ReactNode;
  readonly open?: boolean;
  /** Scrolls what was opened into view, where something fixed may cover it. */
  readonly reveal?: boolean;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A heading that opens what it names; the browser's own element, so that it works before any script has run. */
export function Disclosure({ title, open = false, reveal = false, children, className }: DisclosureProps) {
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        if (reveal && currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
      className={classNames('group/disclosure border-b border-hairline', className)}
    >
      <summary className="flex min-h-12 items-center justify-between gap-4 py-3 transition-colors hover:text-eucalyptus">
        {title}
        <Icon name="chevron" className="size-4.5 transition-transform group-open/disclosure:rotate-180" />
      </summary>
      <div className="pt-1 pb-6">{children}</div>
    </details>
  );
}
