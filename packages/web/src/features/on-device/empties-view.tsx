import { useState } from 'react';
import { Button, LinkButton } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { calendarFile } from './calendar-file.ts';
import type { DeviceData, KeptProduct } from './device-data.ts';
import { KeptPicture } from './kept-picture.tsx';
import { WithoutPrefetch } from './kept-tiles.tsx';
import { saveFile } from './save-file.ts';
import { UndoNotice, useUndo } from './undo-notice.tsx';
import { type KeepsUntil, keepsUntil } from './use-by.ts';
import { loadDevice, useDevice } from './use-device.ts';

/** What is open at home, how long each keeps, and a calendar file of it. */
export function EmptiesView() {
  const t = useText();
  const device = useDevice();
  const { last, setLast, act } = useUndo();
  const open = keepsUntil(device?.opened ?? []);
  const choices = device ? openable(device) : [];
  const usedUp = ({ slug, title }: KeptProduct) =>
    act('opened', t('empties.usedUpNamed', { name: title }), (actions) => actions.noteEmpty(slug));
  return (
    <WithoutPrefetch>
      {open.length === 0 && choices.length === 0 && (
        <EmptyState plain title={t('empties.none')}>
          <p>{t('empties.noneBody')}</p>
          <LinkButton to="/shop" tone="outline">
            {t('nav.all')}
          </LinkButton>
        </EmptyState>
      )}
      <div
        className={classNames(
          'grid items-start gap-x-16 gap-y-14',
          open.length > 0 && 'lg:grid-cols-[minmax(0,1fr)_24rem]',
        )}
      >
        {open.length > 0 && (
          <div className="flex flex-col items-start gap-8">
            <ul className="w-full border-t border-hairline">
              {open.map((entry) => (
                <OpenRow key={entry.product.slug} entry={entry} onUsedUp={() => usedUp(entry.product)} />
              ))}
            </ul>
            <Button
              tone="outline"
              onClick={() =>
                saveFile(
                  'barrier-empties.ics',
                  'text/calendar;charset=utf-8',
                  calendarFile(open, (name) => t('empties.event', { name })),
                )
              }
            >
              {t('empties.calendar')}
            </Button>
            <p className="max-w-prose text-fine text-ink-faint">{t('empties.calendarNote')}</p>
          </div>
        )}
        {choices.length > 0 && <NoteOpened choices={choices} />}
      </div>
      <UndoNotice last={last} onDone={() => setLast(null)} />
    </WithoutPrefetch>
  );
}

function OpenRow({ entry: { product, openedOn, until }, onUsedUp }: { entry: KeepsUntil; onUsedUp: () => void }) {
  const t = useText();
  const { language, market } = useLocale();
  // Noon, so that no time zone makes another day of it.
  const day = (iso: string) => formatDay(`${iso}T12:00:00`, language, market);
  const past = Date.parse(`${until}T23:59:59`) < Date.now();
  return (
    <li className="flex gap-5 border-b border-hairline py-5">
      <div className="w-18 shrink-0">
        <KeptPicture slug={product.slug} />
      </div>
      <div className="flex min-w-0 flex-1 flex-col items-start gap-1">
        <h2 className="display-4">
          <LocalLink to={`/products/${product.slug}`} className="transition-colors hover:text-eucalyptus">
            {product.title}
          </LocalLink>
        </h2>
        <p className={past ? 'text-small text-clay' : 'text-small text-ink-soft'}>
          {past ? t('empties.past', { day: day(until) }) : t('empties.until', { day: day(until) })}
        </p>
        <p className="text-fine text-ink-faint">{t('empties.since', { day: day(openedOn) })}</p>
        <Button tone="plain" aria-label={t('empties.isUsedUp', { name: product.title })} onClick={onUsedUp}>
          {t('empties.usedUp')}
        </Button>
      </div>
    </li>
  );
}

function NoteOpened({ choices }: { choices: readonly KeptProduct[] }) {
  const t = useText();
  const [slug, setSlug] = useState('');
  const [day, setDay] = useState('');
  const [missing, setMissing] = useState(false);
  const chosen = choices.find((product) => product.slug === slug) ?? choices[0];
  const note = () => {
    const when = validDay(day);
    setMissing(when === null);
    if (!chosen || when === null) return;
    setSlug('');
    loadDevice().then(
      ({ actions }) => actions.noteOpened(chosen, when),
      () => {},
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        note();
      }}
      className="flex max-w-md flex-col gap-5"
    >
      <h2 className="display-3">{t('empties.add')}</h2>
      <SelectField
        required
        label={t('empties.which')}
        value={chosen?.slug ?? ''}
        onChange={setSlug}
        options={choices.map(({ slug: value, title: label }) => ({ value, label }))}
      />
      <TextField
        required
        type="date"
        label={t('empties.when')}
        value={day}
        onChange={setDay}
        error={missing ? t('form.error.required') : null}
      />
      <div>
        <Button type="submit">{t('empties.note')}</Button>
      </div>
    </form>
  );
}

function validDay(day: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? day : null;
}

/** What is kept on the device, says how long it keeps once opened, and is not open yet. */
function openable({ favourites, viewed, routine, opened }: DeviceData): KeptProduct[] {
  const open = new Set(opened.map(({ product }) => product.slug));
  const kept = [...routine.map(({ product }) => product), ...favourites, ...viewed.products];
  return [...new Map(kept.map((product) => [product.slug, product])).values()].filter(
    ({ slug, details }) => details?.periodAfterOpeningMonths && !open.has(slug),
  );
}
