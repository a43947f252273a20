import { useText } from '../platform/i18n/text.tsx';
import { Button } from './button.tsx';

/** Says that something could not be shown and offers to try again. */
export function ErrorState({ title, onRetry }: { title?: string; onRetry: () => void }) {
  const t = useText();
  return (
    <div role="alert" className="shell flex flex-col items-start gap-5 py-24">
      <h1 className="display-3">{title ?? t('error.title')}</h1>
      <p className="max-w-prose text-ink-soft">{t('error.body')}</p>
      <Button tone="outline" onClick={onRetry}>
        {t('error.retry')}
      </Button>
    </div>
  );
}
