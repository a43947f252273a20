import { SelectField } from '../../components/select-field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { countryName } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { formFields } from '../checkout/checkout-draft.ts';
import { DraftField } from '../checkout/draft-field.tsx';
import { useFieldWords } from '../checkout/field-words.ts';
import type { LabelForm } from './use-label-form.ts';

interface LabelFieldsProps {
  readonly form: LabelForm;
  /** Whether the country stays what it is: tax and delivery are paid for it. */
  readonly countryFixed?: boolean;
}

/** Country, address, name and, where it is of use, phone number, as the country writes them. */
export function LabelFields({ form, countryFixed = false }: LabelFieldsProps) {
  const t = useText();
  const { language } = useLocale();
  const { label, wrong } = useFieldWords(form.addressForm);
  const chosen = form.draft.countryCode ?? '';
  const countries = form.countries.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      {countryFixed ? (
        <p className="text-small text-ink-soft">
          {t('correct.sameCountry', { country: countryName(chosen, language) })}
        </p>
      ) : (
        <SelectField
          id={`${form.idPrefix}-countryCode`}
          name="country"
          label={label('countryCode')}
          required
          autoComplete="shipping country"
          value={chosen}
          error={wrong('countryCode', form.errors.countryCode)}
          onChange={(value) => form.change('countryCode', value)}
          options={chosen === '' ? [{ value: '', label: t('form.choose') }, ...countries] : countries}
        />
      )}
      {form.addressForm
        ? formFields(form.addressForm).map((field) => (
            <DraftField key={field.key} form={form} name={field.key} field={field} />
          ))
        : chosen !== '' && <Skeleton className="h-96" />}
      {form.asksPhone && (
        <DraftField
          form={form}
          name="phone"
          type="tel"
          autoComplete="shipping tel"
          field={{ required: !form.phoneOptional, options: null, pattern: null, autocomplete: 'tel' }}
          hint={t(form.phoneOptional ? 'addresses.phoneHint' : 'checkout.phoneHint')}
        />
      )}
    </>
  );
}
