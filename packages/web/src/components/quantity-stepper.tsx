import { useText } from '../platform/i18n/text.tsx';
import { IconButton } from './icon-button.tsx';

interface QuantityStepperProps {
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  /** What is counted, for those who cannot see what it stands beside. */
  readonly label: string;
  readonly onChange: (value: number) => void;
}

/** One more, one fewer. */
export function QuantityStepper({ value, min = 1, max, label, onChange }: QuantityStepperProps) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group where there is no form.
    <div
      role="group"
      aria-label={t('quantity.of', { name: label })}
      className="inline-flex items-center rounded-soft border border-hairline"
    >
      <IconButton
        icon="minus"
        className="size-10"
        label={t('quantity.fewer')}
        unavailable={value <= min}
        onClick={() => onChange(value - 1)}
      />
      <output aria-live="polite" className="figures min-w-6 text-center text-small">
        {value}
      </output>
      <IconButton
        icon="plus"
        className="size-10"
        label={t('quantity.more')}
        unavailable={value >= max}
        onClick={() => onChange(value + 1)}
      />
    </div>
  );
}
