import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { MAIN_ID } from '../../platform/page/main-id.ts';
import type { DevicePart } from './device-data.ts';
import { loadDevice } from './use-device.ts';

type Device = Awaited<ReturnType<typeof loadDevice>>;

/** What was just done, in words, and how to take it back. */
export interface Undo {
  readonly said: string;
  readonly undo: () => void;
}

/** Does something to a part of what is kept, so that it can be taken back for as long as the page is open. */
export function useUndo() {
  const [last, setLast] = useState<Undo | null>(null);
  const act = (part: DevicePart, said: string, action: (actions: Device['actions']) => void) => {
    loadDevice().then(
      ({ store, actions }) => {
        const before = store.deviceData()[part];
        action(actions);
        setLast({ said, undo: () => store.changeDevice(part, () => before) });
      },
      () => {},
    );
  };
  return { last, setLast, act };
}

/** Tells what was done and offers to take it back. It is always there, so that it is read out when it says something. */
export function UndoNotice({ last, onDone }: { last: Undo | null; onDone: () => void }) {
  const t = useText();
  const takeBack = useRef<HTMLButtonElement>(null);
  // What was pressed is gone; whoever pressed it is at what takes it back.
  useEffect(() => {
    if (last) takeBack.current?.focus({ preventScroll: true });
  }, [last]);
  return (
    <div role="status" className="sticky bottom-4 z-20 mt-6 empty:hidden">
      {last && (
        <div className="mx-auto flex max-w-xl items-center justify-between gap-4 rounded-soft border border-hairline bg-raised px-5 py-3 text-small shadow-lifted">
          <span>{last.said}</span>
          <Button
            ref={takeBack}
            tone="plain"
            onClick={() => {
              document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
              last.undo();
              onDone();
            }}
          >
            {t('device.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
