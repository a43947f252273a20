import { useId } from 'react';
import { Switch } from '../../components/switch.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { switchCollection, useCollectionSwitch, useMayCollect, usePrivacySignal } from '../../platform/may-collect.ts';

/** The site's own switch against anonymous counting (P6.5), and what counts where the browser has a say as well. */
export function CollectionSwitch() {
  const t = useText();
  const id = useId();
  const on = useCollectionSwitch();
  const signal = usePrivacySignal();
  const collects = useMayCollect();
  return (
    <section aria-labelledby={id} className="grid gap-x-8 gap-y-6 border-t border-hairline py-9 lg:grid-cols-12">
      <h2 className="display-4 lg:col-span-4">{t('collection.title')}</h2>
      <div className="flex flex-col gap-4 text-small lg:col-span-8">
        <div className="flex items-start justify-between gap-6">
          <div className="flex max-w-prose flex-col gap-1">
            <p id={id}>{t('collection.switch')}</p>
            <p id={`${id}-meaning`} className="text-ink-soft">
              {t('collection.meaning')}
            </p>
          </div>
          <Switch on={on} onChange={switchCollection} labelledBy={id} describedBy={`${id}-meaning`} />
        </div>
        <p role="status" className="max-w-prose border-s border-eucalyptus ps-4">
          {t(signal ? 'collection.bySignal' : collects ? 'collection.allowed' : 'collection.byChoice')}
        </p>
      </div>
    </section>
  );
}
