import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** A sentence that needs attention; it is read out when it appears. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className="my-3 flex gap-3 rounded-soft bg-clay-wash px-4 py-3 text-small text-clay">
      <Icon name="alert" className="mt-0.5" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
