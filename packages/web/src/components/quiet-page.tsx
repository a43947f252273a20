import type { ReactNode } from 'react';
import { QuietScene } from './quiet-scene.tsx';

interface QuietPageProps {
  readonly title: string;
  readonly lead: string;
  /** What can be done from here. */
  readonly children?: ReactNode;
}

/** A page that has little to say: its words beside the quiet scene, where they would stand on a full page too. */
export function QuietPage({ title, lead, children }: QuietPageProps) {
  return (
    <div className="grid max-w-none! items-start gap-x-16 gap-y-12 lg:grid-cols-2">
      <div className="flex flex-col items-start gap-6">
        <h1 className="display-2">{title}</h1>
        <p className="max-w-[34rem] text-lead text-ink-soft">{lead}</p>
        {children}
      </div>
      <QuietScene className="aspect-5/4" />
    </div>
  );
}
