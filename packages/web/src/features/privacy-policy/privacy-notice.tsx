import { Icon } from '../../components/icon.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { usePrivacySignal } from '../../platform/may-collect.ts';
import { LocalLink } from '../../platform/page/local-link.tsx';

/** Why there is no cookie banner; and, if the browser sent a privacy signal, that it was seen (P6.5). */
export function PrivacyNotice() {
  const t = useText();
  const privacySignal = usePrivacySignal();
  return (
    <div className="flex max-w-md flex-col gap-4 text-small text-ink-soft">
      <p>
        {t('notice.noBanner')}{' '}
        <LocalLink to="/privacy" className="inline-link touch-target inline-block text-ink">
          {t('notice.more')}
        </LocalLink>
      </p>
      {privacySignal && (
        <p className="flex gap-3 border-s border-eucalyptus ps-4 text-ink">
          <Icon name="check" className="mt-0.5 text-eucalyptus" />
          {t('notice.signalSeen')}
        </p>
      )}
    </div>
  );
}
