import { SelectField } from '../../components/select-field.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Standing } from './use-standing.ts';

interface ScopeFieldProps {
  readonly orders: Standing['orders'];
  /** The number of one order, or null for everything. */
  readonly number: string | null;
  readonly onChange: (number: string | null) => void;
}

/** What a right is about: the account with all its orders, or one of these. Guests have one order and nothing to choose. */
export function ScopeField({ orders, number, onChange }: ScopeFieldProps) {
  const t = useText();
  const options = [
    { value: '', label: t('rights.everything') },
    ...orders.map((order) => ({ value: order.number, label: t('rights.oneOrder', { number: order.number }) })),
  ];
  return (
    <div className="w-full max-w-[28rem]">
      <SelectField
        label={t('rights.what')}
        required
        options={options}
        value={number ?? ''}
        onChange={(value) => onChange(value === '' ? null : value)}
      />
    </div>
  );
}
