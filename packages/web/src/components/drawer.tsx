import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n/text.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

const SIDES = {
  start:
    'inset-y-0 start-0 w-[min(26rem,calc(100vw-2.5rem))] border-e data-starting-style:-translate-x-full data-ending-style:-translate-x-full rtl:data-starting-style:translate-x-full rtl:data-ending-style:translate-x-full',
  end: 'inset-y-0 end-0 w-[min(30rem,100vw)] border-s data-starting-style:translate-x-full data-ending-style:translate-x-full rtl:data-starting-style:-translate-x-full rtl:data-ending-style:-translate-x-full',
  top: 'inset-x-0 top-0 max-h-dvh border-b data-starting-style:-translate-y-full data-ending-style:-translate-y-full',
} as const;

interface DrawerProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly side: keyof typeof SIDES;
  readonly title: string;
  /** Leaves the title to screen readers, where the content says by itself what it is. */
  readonly titleHidden?: boolean;
  readonly children: ReactNode;
  /** Stays in view below the content. */
  readonly footer?: ReactNode;
}

/** A panel that slides in from an edge and takes the keyboard until it is closed. */
export function Drawer({ open, onOpenChange, side, title, titleHidden = false, children, footer }: DrawerProps) {
  const t = useText();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-300 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          className={classNames(
            'fixed z-50 flex flex-col overflow-hidden border-hairline bg-raised text-ink shadow-lifted outline-none transition-transform duration-[420ms] ease-settle',
            SIDES[side],
          )}
        >
          <div
            className={classNames('flex items-center justify-between gap-4 px-6 pt-4 pb-3', titleHidden && 'sr-only')}
          >
            <Dialog.Title className="display-4">{title}</Dialog.Title>
            {!titleHidden && (
              <Dialog.Close render={<IconButton icon="close" label={t('common.close')} className="-me-3" />} />
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pb-6">{children}</div>
          {footer !== undefined && <div className="border-t border-hairline px-6 py-5">{footer}</div>}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
