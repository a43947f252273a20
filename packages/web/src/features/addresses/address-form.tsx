import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Notice } from '../../components/notice.tsx';
import type { AddressInput } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { type Refusal, useAttempt } from '../accounts/use-attempt.ts';
import { type Draft, errorsByField } from '../checkout/checkout-draft.ts';
import { defaultCountry } from '../checkout/default-country.ts';
import { labelInput } from './label-draft.ts';
import { LabelFields } from './label-fields.tsx';
import { useLabelForm } from './use-label-form.ts';

/** An address as it is to be kept. */
export interface EnteredLabel {
  readonly recipientName: string;
  readonly address: AddressInput;
  readonly phone: string | null;
}

interface AddressFormProps {
  readonly idPrefix: string;
  /** What is corrected; null for a new address. */
  readonly initial: Draft | null;
  /** Keeps it; answers what the server had against it. */
  readonly onSave: (label: EnteredLabel, correctsOrders: boolean) => Promise<readonly Refusal[]>;
  readonly onCancel: () => void;
}

const NEW = { recipientName: 'SaveAddressInput.recipientName', phone: 'SaveAddressInput.phone' } as const;
const CORRECTED = {
  recipientName: 'CorrectSavedAddressInput.recipientName',
  phone: 'CorrectSavedAddressInput.phone',
} as const;

/** An address of the address book, new or to be corrected. */
export function AddressForm({ idPrefix, initial, onSave, onCancel }: AddressFormProps) {
  const t = useText();
  const { language, market } = useLocale();
  const form = useLabelForm({
    idPrefix,
    initial: initial ?? { countryCode: defaultCountry(language, market) },
    coordinates: initial ? CORRECTED : NEW,
    phone: 'WHERE_USEFUL',
  });
  const attempt = useAttempt([]);
  const [correctsOrders, setCorrectsOrders] = useState(true);

  async function save(event: FormEvent) {
    event.preventDefault();
    const { addressForm } = form;
    if (!form.checkAll() || !addressForm) return;
    await attempt.run(async () => {
      const refusals = await onSave(labelInput(form.draft, addressForm), correctsOrders);
      const { fields } = errorsByField(refusals);
      form.showErrors(fields);
      // What stands beside a field is not said again.
      return refusals.filter(({ path }) => !Object.hasOwn(fields, path?.at(-1) ?? ''));
    });
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex w-full max-w-[32rem] flex-col gap-6">
      <LabelFields form={form} />
      {initial && (
        <div className="flex flex-col gap-1">
          <Checkbox checked={correctsOrders} onChange={setCorrectsOrders}>
            {t('addresses.correctOrders')}
          </Checkbox>
          <p className="ps-7.5 text-fine text-ink-faint">{t('addresses.correctOrdersHint')}</p>
        </div>
      )}
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" busy={attempt.busy} unavailable={form.waiting}>
          {t(initial ? 'account.save' : 'addresses.keep')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      </div>
    </form>
  );
}
