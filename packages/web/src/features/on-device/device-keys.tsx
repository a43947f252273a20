import type { ReactNode } from 'react';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { DEVICE_KEYS, DEVICE_PICTURES, TAB_GOODS, TAB_ORDER } from '../../platform/device-storage.ts';
import { useText } from '../../platform/i18n/text.tsx';

const MEANING: Readonly<Record<keyof typeof DEVICE_KEYS, MessageKey>> = {
  skin: 'device.key.skin',
  favourites: 'device.key.favourites',
  viewed: 'device.key.viewed',
  routine: 'device.key.routine',
  opened: 'device.key.opened',
  theme: 'device.key.theme',
  market: 'device.key.market',
  account: 'device.key.account',
  collection: 'device.key.collection',
};

/** Each place of the browser's storage that the site uses, under its own name, so that anybody can look it up there. */
export function DeviceKeys({ children }: { children?: ReactNode }) {
  const t = useText();
  const rows = [
    ...(Object.keys(MEANING) as (keyof typeof DEVICE_KEYS)[]).map((key) => [DEVICE_KEYS[key], MEANING[key]] as const),
    [DEVICE_PICTURES, 'device.key.pictures'] as const,
    [TAB_ORDER, 'device.key.order'] as const,
    [TAB_GOODS, 'device.key.goods'] as const,
  ];
  return (
    <section
      aria-labelledby="device-keys"
      className="grid gap-x-8 gap-y-6 border-t border-hairline py-9 lg:grid-cols-12"
    >
      <div className="flex flex-col items-start gap-3 lg:col-span-4">
        <h2 id="device-keys" className="display-4">
          {t('device.keys')}
        </h2>
        <p className="max-w-xs text-small text-ink-soft">{t('device.keysLead')}</p>
        {children}
      </div>
      <dl className="grid gap-x-8 gap-y-2 text-small sm:grid-cols-[auto_1fr] lg:col-span-8">
        {rows.map(([name, meaning]) => (
          <div key={name} className="contents">
            <dt className="font-mono text-fine text-ink-faint">{name}</dt>
            <dd className="text-ink-soft max-sm:mb-3">{t(meaning)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
