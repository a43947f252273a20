import type { ReactNode } from 'react';
import { Button, LinkButton } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';
import type { UseTime } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { USE_TIMES } from '../catalog/vocabulary-names.ts';
import { arrangeRoutine, isFor, lacksSunProtection, type Step } from './arrange-routine.ts';
import type { KeptProduct, RoutineStep } from './device-data.ts';
import { findClashes } from './find-clashes.ts';
import { KeptPicture } from './kept-picture.tsx';
import { WithoutPrefetch } from './kept-tiles.tsx';
import { UndoNotice, useUndo } from './undo-notice.tsx';
import { loadDevice, useDevice } from './use-device.ts';

const STEP_NAMES: Readonly<Record<Step, MessageKey>> = {
  cleanse: 'step.cleanse',
  exfoliate: 'step.exfoliate',
  mask: 'step.mask',
  tone: 'step.tone',
  essence: 'step.essence',
  treat: 'step.treat',
  eyes: 'step.eyes',
  moisturise: 'step.moisturise',
  oil: 'step.oil',
  protect: 'step.protect',
  lips: 'step.lips',
  other: 'step.other',
};

const TIMES: readonly UseTime[] = ['MORNING', 'EVENING'];

/** The routine that is kept on the device: what goes on when, in which order, and what does not go together. */
export function RoutineView() {
  const t = useText();
  const routine = useDevice()?.routine ?? [];
  const { last, setLast, act } = useUndo();
  const change = ({ product: { slug, title }, morning, evening }: RoutineStep, less: boolean) => {
    // The row that was pressed may go; then there is something to take back.
    if (!morning && !evening) act('routine', t('routine.takenOut', { name: title }), (to) => to.takeOutOfRoutine(slug));
    else if (less)
      act('routine', t('routine.moved', { name: title }), (to) => to.changeTimes(slug, { morning, evening }));
    else void loadDevice().then(({ actions }) => actions.changeTimes(slug, { morning, evening }));
  };
  const takeOut = ({ slug, title }: KeptProduct) =>
    act('routine', t('routine.takenOut', { name: title }), (actions) => actions.takeOutOfRoutine(slug));
  return (
    <WithoutPrefetch>
      {routine.length === 0 ? (
        <EmptyState plain title={t('routine.empty')}>
          <p>{t('routine.emptyBody')}</p>
          <LinkButton to="/skin" tone="outline">
            {t('quiz.title')}
          </LinkButton>
        </EmptyState>
      ) : (
        <div className="grid gap-x-16 gap-y-16 lg:grid-cols-2">
          {TIMES.map((time) => (
            <TimeOfDay key={time} time={time} routine={routine} onChange={change} onTakeOut={takeOut} />
          ))}
        </div>
      )}
      <UndoNotice last={last} onDone={() => setLast(null)} />
    </WithoutPrefetch>
  );
}

interface TimeOfDayProps {
  readonly time: UseTime;
  readonly routine: readonly RoutineStep[];
  readonly onChange: (step: RoutineStep, less: boolean) => void;
  readonly onTakeOut: (product: KeptProduct) => void;
}

function TimeOfDay({ time, routine, onChange, onTakeOut }: TimeOfDayProps) {
  const t = useText();
  const steps = arrangeRoutine(routine, time);
  const clashes = findClashes(steps.map(({ product }) => product));
  return (
    <section aria-labelledby={time}>
      <h2 id={time} className="display-3 mb-6 flex items-center gap-3 first-letter:uppercase">
        <Icon name={time === 'MORNING' ? 'sun' : 'moon'} className="text-eucalyptus" />
        {t(time === 'MORNING' ? 'routine.morning' : 'routine.evening')}
      </h2>
      {clashes.map(({ products: [one, other], ingredients: [mine, theirs] }) => (
        <Warning key={`${one.slug} ${other.slug}`}>
          <p className="font-medium">{t('routine.clash', { one: one.title, other: other.title })}</p>
          <p>{t('routine.clashWhy', { one: mine.name, other: theirs.name })}</p>
          <p>{mine.explanation ?? theirs.explanation}</p>
          <p>{t('routine.clashAdvice')}</p>
        </Warning>
      ))}
      {time === 'MORNING' && lacksSunProtection(routine) && (
        <Warning>
          <p>
            {t('routine.noSun')}{' '}
            <LocalLink to="/collections/sun-care" className="inline-link touch-target inline-block">
              {t('routine.toSun')}
            </LocalLink>
          </p>
        </Warning>
      )}
      {steps.length === 0 && <p className="border-t border-hairline py-6 text-ink-soft">{t('routine.noStep')}</p>}
      <ol className="border-t border-hairline">
        {steps.map(({ step, product }, place) => (
          <li key={product.slug} className="flex gap-5 border-b border-hairline py-5">
            <span aria-hidden="true" className="figures w-5 text-small text-ink-faint">
              {place + 1}
            </span>
            <div className="w-18 shrink-0">
              <KeptPicture slug={product.slug} />
            </div>
            <StepWords
              time={time}
              step={step}
              product={product}
              routine={routine}
              onChange={onChange}
              onTakeOut={onTakeOut}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StepWordsProps extends TimeOfDayProps {
  readonly step: Step;
  readonly product: KeptProduct;
}

function StepWords({ time, step, product, routine, onChange, onTakeOut }: StepWordsProps) {
  const t = useText();
  const { morning = false, evening = false } = routine.find((other) => other.product.slug === product.slug) ?? {};
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <p className="text-fine text-ink-faint">{t(STEP_NAMES[step])}</p>
      <h3 className="display-4">
        <LocalLink to={`/products/${product.slug}`} className="transition-colors hover:text-eucalyptus">
          {product.title}
        </LocalLink>
      </h3>
      {!isFor(product, time) && (
        <p className="text-fine text-clay">
          {t('routine.otherTime', { time: t(USE_TIMES[time === 'MORNING' ? 'EVENING' : 'MORNING']) })}
        </p>
      )}
      {!product.details && <p className="text-fine text-clay">{t('routine.unknown')}</p>}
      <fieldset className="flex flex-wrap items-center gap-x-6">
        <legend className="sr-only">{t('routine.when', { name: product.title })}</legend>
        <Checkbox checked={morning} onChange={(on) => onChange({ product, morning: on, evening }, !on)}>
          <span className="block first-letter:uppercase">{t('use.MORNING')}</span>
        </Checkbox>
        <Checkbox checked={evening} onChange={(on) => onChange({ product, morning, evening: on }, !on)}>
          <span className="block first-letter:uppercase">{t('use.EVENING')}</span>
        </Checkbox>
        <Button
          tone="plain"
          aria-label={t('cart.removeNamed', { name: product.title })}
          onClick={() => onTakeOut(product)}
        >
          {t('cart.remove')}
        </Button>
      </fieldset>
    </div>
  );
}

function Warning({ children }: { children: ReactNode }) {
  return (
    <div className="mb-5 flex gap-3 rounded-soft bg-clay-wash px-4 py-3 text-small text-clay">
      <Icon name="alert" className="mt-0.5" />
      <div className="flex min-w-0 flex-col gap-1.5">{children}</div>
    </div>
  );
}
