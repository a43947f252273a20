import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

interface PopoverProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** The control that opens it: it stands beside it, and the keyboard goes back there. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * A small panel beside what it explains; Escape or a press elsewhere closes it. It is apart from the control that opens it, so that
 * the code behind it can be fetched when it is first wanted.
 */
export function Popover({ open, onOpenChange, anchor, title, children }: PopoverProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(wanted, { event, cancel }) => {
        // A press on the control itself is for the control to answer: closed here it would be opened again there.
        if (!wanted && event.target instanceof Node && anchor.current?.contains(event.target)) cancel();
        else onOpenChange(wanted);
      }}
    >
      <Base.Portal>
        <Base.Positioner anchor={anchor} sideOffset={8} collisionPadding={16} className="z-50">
          <Base.Popup
            finalFocus={anchor}
            className="max-h-(--available-height) w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-soft border border-hairline bg-raised p-6 text-ink shadow-lifted outline-none transition-[opacity,translate] data-ending-style:translate-y-1 data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0"
          >
            <Base.Title className="display-4 mb-3">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
