import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { DEVICE_KEYS, readDevice, writeDevice } from '../../platform/device-storage.ts';
import { formatList } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { CONCERNS, FREE_FROM, SKIN_TYPES } from '../catalog/vocabulary-names.ts';
import { useTheme } from '../preferences/use-theme.ts';
import { NOTHING, type SkinProfile } from './device-data.ts';
import { DeviceKeys } from './device-keys.tsx';
import { KeptTiles } from './kept-tiles.tsx';
import { saveFile } from './save-file.ts';
import { type Undo, UndoNotice } from './undo-notice.tsx';
import { loadDevice, useDevice } from './use-device.ts';

/** All that the site keeps on this device, to be seen, taken along and wiped. @param children what else is chosen here. */
export function DeviceOverview({ children }: { children?: ReactNode }) {
  const t = useText();
  const device = useDevice() ?? NOTHING;
  const [last, setLast] = useState<Undo | null>(null);
  const wipe = useWipe(setLast);
  return (
    <>
      <div className="mb-12 flex flex-wrap gap-4">
        <Button tone="outline" onClick={() => void exportDevice()}>
          {t('device.export')}
        </Button>
        <Button tone="outline" onClick={() => void wipe()}>
          {t('device.wipe')}
        </Button>
      </div>
      <Part title="quiz.title" to="/skin">
        {device.skin ? <SkinWords skin={device.skin} /> : <Nothing />}
      </Part>
      <Part title="favourite.title" to="/favourites">
        {device.favourites.length > 0 ? <KeptTiles products={device.favourites} /> : <Nothing />}
      </Part>
      <Part title="routine.title" to="/routine">
        {device.routine.length > 0 ? (
          <KeptTiles products={device.routine.map(({ product }) => product)} />
        ) : (
          <Nothing />
        )}
      </Part>
      <Part title="empties.title" to="/empties">
        {device.opened.length > 0 ? <KeptTiles products={device.opened.map(({ product }) => product)} /> : <Nothing />}
      </Part>
      <Part title="viewed.title">
        <Checkbox checked={!device.viewed.paused} onChange={(on) => void pause(!on)}>
          {t('viewed.remember')}
        </Checkbox>
        <div className="pt-4">
          {device.viewed.products.length > 0 ? <KeptTiles products={device.viewed.products} /> : <Nothing />}
        </div>
      </Part>
      {children}
      <DeviceKeys />
      <UndoNotice last={last} onDone={() => setLast(null)} />
    </>
  );
}

function Part({ title, to, children }: { title: MessageKey; to?: string; children: ReactNode }) {
  const t = useText();
  return (
    <section aria-label={t(title)} className="grid gap-x-8 gap-y-6 border-t border-hairline py-9 lg:grid-cols-12">
      <div className="flex flex-col items-start gap-2 lg:col-span-4">
        <h2 className="display-4">{t(title)}</h2>
        {to !== undefined && (
          <LocalLink to={to} className="inline-link touch-target inline-block text-small text-ink-soft">
            {t('device.open')}
            <span className="sr-only">: {t(title)}</span>
          </LocalLink>
        )}
      </div>
      <div className="lg:col-span-8">{children}</div>
    </section>
  );
}

function Nothing() {
  const t = useText();
  return <p className="text-small text-ink-faint">{t('device.nothing')}</p>;
}

function SkinWords({ skin }: { skin: SkinProfile }) {
  const t = useText();
  const { language } = useLocale();
  const words = (keys: readonly MessageKey[]) =>
    formatList(
      keys.map((key) => t(key)),
      language,
    );
  const types = [skin.skinType, skin.sensitive ? ('SENSITIVE' as const) : null].filter((type) => type !== null);
  const rows: [MessageKey, readonly MessageKey[]][] = [
    ['product.suits', types.map((type) => SKIN_TYPES[type])],
    ['quiz.concerns', skin.concerns.map((concern) => CONCERNS[concern])],
    ['quiz.without', skin.without.map((substance) => FREE_FROM[substance])],
  ];
  return (
    <dl className="flex flex-col gap-3 text-small">
      {rows.map(([name, values]) => (
        <div key={name}>
          <dt className="text-fine text-ink-faint">{t(name)}</dt>
          <dd className="first-letter:uppercase">{values.length > 0 ? words(values) : t('device.nothing')}</dd>
        </div>
      ))}
    </dl>
  );
}

async function pause(paused: boolean): Promise<void> {
  const { actions } = await loadDevice();
  actions.pauseViewed(paused);
}

/** Everything as one file that a program can read. */
async function exportDevice(): Promise<void> {
  const { store, pictures } = await loadDevice();
  const everything = {
    ...store.deviceData(),
    theme: readDevice(DEVICE_KEYS.theme),
    market: readDevice(DEVICE_KEYS.market),
    pictures: await pictures.allPictures(),
  };
  saveFile('barrier-on-this-device.json', 'application/json', `${JSON.stringify(everything, null, 2)}\n`);
}

/** Forgets everything and offers to put it back for as long as the page is open. */
function useWipe(onWiped: (undo: Undo) => void): () => Promise<void> {
  const t = useText();
  const [theme, chooseTheme] = useTheme();
  return async () => {
    const { store, pictures } = await loadDevice();
    const market = readDevice(DEVICE_KEYS.market);
    // Before the words: what shows a picture looks for it when its words come back.
    const putPicturesBack = await pictures.forgetPictures();
    const putBack = store.forgetDevice();
    chooseTheme('system');
    writeDevice(DEVICE_KEYS.market, null);
    onWiped({
      said: t('device.wiped'),
      undo: () => {
        chooseTheme(theme);
        if (market !== null) writeDevice(DEVICE_KEYS.market, market);
        void putPicturesBack().then(putBack);
      },
    });
  };
}
