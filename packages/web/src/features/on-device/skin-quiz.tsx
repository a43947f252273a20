import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Radio } from '../../components/radio.tsx';
import type { Concern, FreeFrom, SkinType } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { CONCERNS, FREE_FROM } from '../catalog/vocabulary-names.ts';
import type { SkinProfile } from './device-data.ts';
import { loadDevice, useDevice } from './use-device.ts';

type FeltType = Exclude<SkinType, 'SENSITIVE'>;

const FEELS: Readonly<Record<FeltType, MessageKey>> = {
  DRY: 'quiz.DRY',
  OILY: 'quiz.OILY',
  COMBINATION: 'quiz.COMBINATION',
  NORMAL: 'quiz.NORMAL',
};

const UNSAID: SkinProfile = { skinType: null, sensitive: false, concerns: [], without: [] };

/** Four questions about the visitor's skin; the answers are kept on the device and go nowhere. */
export function SkinQuiz({ onDone }: { onDone: () => void }) {
  const t = useText();
  const known = useDevice()?.skin ?? null;
  const [said, setSaid] = useState(UNSAID);
  useEffect(() => setSaid(known ?? UNSAID), [known]);
  const toggled = <Value,>(values: readonly Value[], value: Value, on: boolean): Value[] =>
    on ? [...values, value] : values.filter((other) => other !== value);

  function keep(event: FormEvent) {
    event.preventDefault();
    loadDevice().then(
      ({ actions }) => {
        actions.describeSkin(said);
        onDone();
      },
      () => {},
    );
  }

  return (
    <form onSubmit={keep} className="grid gap-x-12 gap-y-12 border-t border-hairline pt-10 lg:grid-cols-3">
      <fieldset>
        <legend className="display-4 mb-4">{t('quiz.type')}</legend>
        {(Object.keys(FEELS) as FeltType[]).map((type) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the radio button is the control; the rule does not know it by name.
          <label
            key={type}
            className="flex min-h-9 cursor-pointer items-center gap-3 text-small pointer-coarse:min-h-11"
          >
            <Radio
              name="skin-type"
              checked={said.skinType === type}
              onChange={() => setSaid({ ...said, skinType: type })}
              className="shrink-0"
            />
            <span className="text-ink-soft">{t(FEELS[type])}</span>
          </label>
        ))}
        <div className="mt-4 border-t border-hairline pt-3">
          <Checkbox checked={said.sensitive} onChange={(sensitive) => setSaid({ ...said, sensitive })}>
            {t('quiz.sensitive')}
          </Checkbox>
        </div>
      </fieldset>
      <fieldset>
        <legend className="display-4 mb-4">{t('quiz.concerns')}</legend>
        {(Object.keys(CONCERNS) as Concern[]).map((concern) => (
          <Checkbox
            key={concern}
            checked={said.concerns.includes(concern)}
            onChange={(on) => setSaid({ ...said, concerns: toggled(said.concerns, concern, on) })}
          >
            <span className="block first-letter:uppercase">{t(CONCERNS[concern])}</span>
          </Checkbox>
        ))}
      </fieldset>
      <fieldset>
        <legend className="display-4 mb-4">{t('quiz.without')}</legend>
        {(Object.keys(FREE_FROM) as FreeFrom[]).map((substance) => (
          <Checkbox
            key={substance}
            checked={said.without.includes(substance)}
            onChange={(on) => setSaid({ ...said, without: toggled(said.without, substance, on) })}
          >
            {t(FREE_FROM[substance])}
          </Checkbox>
        ))}
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-4 lg:col-span-3">
        <Button type="submit">{t('quiz.rank')}</Button>
        <p className="max-w-md text-fine text-ink-faint">{t('quiz.stays')}</p>
      </div>
    </form>
  );
}
