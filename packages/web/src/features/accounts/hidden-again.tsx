import { Button } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';

/** Says that what is personal has gone from the screen, and shows it again. */
export function HiddenAgain({ onShow }: { onShow: () => void }) {
  const t = useText();
  return (
    <div className="flex flex-col items-start gap-4 py-4">
      <p role="status" className="text-small text-ink-soft">
        {t('account.hidden')}
      </p>
      <Button tone="outline" size="small" onClick={onShow}>
        {t('account.show')}
      </Button>
    </div>
  );
}
