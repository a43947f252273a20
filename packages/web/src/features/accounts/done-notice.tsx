import { useEffect, useRef } from 'react';
import { Icon } from '../../components/icon.tsx';

interface DoneNoticeProps {
  readonly said: string;
  /** What did it is still there and keeps the focus. */
  readonly still?: boolean;
}

/** Says what has been done and takes the focus: the button that did it is gone. */
export function DoneNotice({ said, still = false }: DoneNoticeProps) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== '' && !still) notice.current?.focus();
  }, [said, still]);
  return (
    <p ref={notice} role="status" tabIndex={-1} className="flex gap-2.5 text-small outline-none empty:hidden">
      {said !== '' && (
        <>
          <Icon name="check" className="mt-0.5 size-4.5 text-eucalyptus" />
          <span className="max-w-prose">{said}</span>
        </>
      )}
    </p>
  );
}
