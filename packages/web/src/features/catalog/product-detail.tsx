import type { ReactNode } from 'react';
import { Disclosure } from '../../components/disclosure.tsx';

interface ProductDetailProps {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** One of the headings below a product that open what they name. */
export function ProductDetail({ title, open, children }: ProductDetailProps) {
  return (
    <Disclosure open={open} title={<h2 className="text-small">{title}</h2>}>
      <div className="max-w-prose text-ink-soft">{children}</div>
    </Disclosure>
  );
}
