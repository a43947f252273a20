import { useText } from '../platform/i18n/text.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

interface LostConnectionProps {
  readonly onRetry: () => void;
  readonly busy?: boolean;
  /** In a part of a page whose other parts may be there. */
  readonly part?: boolean;
}

/** Says that the shop could not be reached, where its answer would stand, and asks again. */
export function LostConnection({ onRetry, busy, part = false }: LostConnectionProps) {
  const t = useText();
  return (
    <div role="status" className={classNames('flex flex-col items-start', part ? 'gap-4' : 'gap-6')}>
      <p className={classNames('max-w-prose text-ink-soft', part ? 'text-small' : 'text-lead')}>
        {t('error.connection')}
      </p>
      <Button tone="outline" size={part ? 'small' : 'regular'} busy={busy} onClick={onRetry}>
        {t('error.retry')}
      </Button>
    </div>
  );
}
