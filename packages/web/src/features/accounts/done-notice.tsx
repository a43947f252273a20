import { useEffect, useRef } from 'react';

/** Says what has been done and takes the focus: the button that did it is gone. */
export function DoneNotice({ said }: { said: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (said !== '') notice.current?.focus();
  }, [said]);
  return (
    <p ref={notice} role="status" tabIndex={-1} className="text-small text-ink-soft outline-none empty:hidden">
      {said}
    </p>
  );
}
