import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import type { AddressFormField, FieldKey } from './checkout-draft.ts';
import { useFieldWords } from './field-words.ts';
import type { CheckoutForm } from './use-checkout-form.ts';

/** Where each personal field enters, as the schema names it. */
const COORDINATES: Readonly<Partial<Record<FieldKey, string>>> = {
  recipientName: 'PlaceOrderInput.recipientName',
  addressLine1: 'AddressInput.addressLine1',
  addressLine2: 'AddressInput.addressLine2',
  dependentLocality: 'AddressInput.dependentLocality',
  city: 'AddressInput.city',
  administrativeArea: 'AddressInput.administrativeArea',
  postalCode: 'AddressInput.postalCode',
  email: 'PlaceOrderInput.email',
  phone: 'PlaceOrderInput.phone',
};

/** What a field needs of the form that it is in. */
export interface FieldsForm extends Pick<CheckoutForm, 'draft' | 'addressForm' | 'errors' | 'change' | 'check'> {
  /** What the ids of its fields begin with. */
  readonly idPrefix: string;
  /** Where its fields enter, as the schema names it, where that is another than at the checkout. */
  readonly coordinates?: Readonly<Partial<Record<FieldKey, string>>>;
}

interface DraftFieldProps {
  readonly form: FieldsForm;
  readonly name: FieldKey;
  /** What the country says of it; fields that every country has need nothing. */
  readonly field?: Pick<AddressFormField, 'required' | 'options' | 'pattern' | 'autocomplete'>;
  readonly hint?: string;
  readonly type?: 'text' | 'email' | 'tel';
  readonly autoComplete?: string;
}

/** A field of an address form, as at the checkout, with its label, why it is asked for, and what is wrong with it. */
export function DraftField({ form, name, field, hint, type = 'text', autoComplete }: DraftFieldProps) {
  const t = useText();
  const { label, wrong } = useFieldWords(form.addressForm);
  const coordinate = form.coordinates?.[name] ?? COORDINATES[name];
  const shared = {
    id: `${form.idPrefix}-${name}`,
    name,
    label: label(name),
    required: field?.required ?? true,
    error: wrong(name, form.errors[name]),
    hint,
    value: form.draft[name] ?? '',
    onChange: (value: string) => form.change(name, value),
    autoComplete: autoComplete ?? (field ? `shipping ${field.autocomplete}` : undefined),
    aside: coordinate && <WhyWeAsk coordinate={coordinate} label={label(name)} />,
  };
  if (field?.options) {
    return <SelectField {...shared} options={[{ value: '', label: t('form.choose') }, ...field.options]} />;
  }
  return (
    <TextField
      {...shared}
      type={type}
      // A pad of digits only where nothing but digits can be right.
      inputMode={field?.pattern != null && /^[\\d{}()?:,\d]+$/.test(field.pattern) ? 'numeric' : undefined}
      onBlur={() => form.check(name)}
    />
  );
}
