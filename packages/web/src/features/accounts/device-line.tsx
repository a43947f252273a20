import { useEffect, useState } from 'react';
import { useText } from '../../platform/i18n/text.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { deviceKind } from './device-name.ts';

/** What this device is to be called among the sessions; null on the server, at first, and where it has no name. */
export function useDeviceName(): string | null {
  const t = useText();
  const [userAgent, setUserAgent] = useState('');
  // The page is the same for every browser, so the first render must not know this one.
  useEffect(() => setUserAgent(navigator.userAgent), []);
  const kind = deviceKind(userAgent);
  return kind && t('account.deviceName', { ...kind });
}

/** Says, before it is sent, what the device will be called, and why. */
export function DeviceLine({ name, coordinate }: { name: string | null; coordinate: string }) {
  const t = useText();
  return (
    // As high as the sentence before it is known.
    <div className="flex min-h-18 flex-col items-start gap-1 text-fine text-ink-faint">
      {name !== null && (
        <>
          <p>{t('account.device', { name })}</p>
          <WhyWeAsk coordinate={coordinate} label={t('account.deviceLabel')} />
        </>
      )}
    </div>
  );
}
