import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { useText } from '../../../platform/i18n/text.tsx';

/** New recovery codes, on the screen this once: to be printed, kept as a file or written down. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useText();
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => lead.current?.focus(), []);

  function download() {
    const text = `${t('recovery.fileTitle')}\n\n${codes.join('\n')}\n\n${t('recovery.fileHint')}\n`;
    const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'barrier-recovery-codes.txt';
    link.click();
    URL.revokeObjectURL(url);
  }

  return (
    <div data-print-alone className="flex w-full flex-col items-start gap-5">
      <p ref={lead} tabIndex={-1} role="status" className="text-small text-ink-soft outline-none">
        {t('recovery.once')}
      </p>
      <ol
        translate="no"
        className="grid w-full max-w-[28rem] grid-cols-2 gap-x-8 gap-y-2 rounded-soft border border-hairline bg-raised px-6 py-5 font-mono text-base"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-4">
        <Button tone="outline" onClick={download}>
          {t('recovery.download')}
        </Button>
        <Button tone="outline" onClick={() => print()}>
          {t('recovery.print')}
        </Button>
      </div>
      <Button onClick={onKept}>{t('recovery.kept')}</Button>
    </div>
  );
}
