import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { AddressFormDocument, CountriesDocument, ShippingOptionsDocument } from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import {
  type AddressForm,
  checkField,
  type Draft,
  type FieldErrors,
  type FieldKey,
} from '../checkout/checkout-draft.ts';
import type { FieldsForm } from '../checkout/draft-field.tsx';
import type { Country } from '../checkout/use-checkout-form.ts';
import { checkLabel, labelFields } from './label-draft.ts';

/** What a form for a label is opened with. */
interface LabelFormOptions {
  readonly idPrefix: string;
  readonly initial: Draft;
  /** Where its fields enter, as the schema names it. */
  readonly coordinates: NonNullable<FieldsForm['coordinates']>;
  /** Whether a phone number is asked for: where some carrier needs one, always, or never. */
  readonly phone: 'WHERE_USEFUL' | 'ALWAYS' | 'NEVER';
  /** Further fields below. */
  readonly more?: readonly FieldKey[];
}

/** A form for a label as it stands. */
export interface LabelForm extends FieldsForm {
  readonly countries: readonly Country[];
  readonly addressForm: AddressForm | null;
  /** Whether it waits for what the country asks for: there is nothing to check yet. */
  readonly waiting: boolean;
  /** Whether a phone number is asked for. */
  readonly asksPhone: boolean;
  /** Whether it may stay empty. */
  readonly phoneOptional: boolean;
  /** Checks everything and leads to the first error; answers whether there is none. */
  readonly checkAll: () => boolean;
  /** Shows what the server found, and leads to the first of it. */
  readonly showErrors: (errors: FieldErrors) => void;
}

/** The state of a form for a label: what was typed, what the country asks for, and what is wrong. */
export function useLabelForm({ idPrefix, initial, coordinates, phone, more = [] }: LabelFormOptions): LabelForm {
  const { api } = useLocale();
  const { language } = api;
  const [draft, setDraft] = useState<Draft>(initial);
  const [errors, setErrors] = useState<FieldErrors>({});
  const countryCode = draft.countryCode ?? '';
  const skip = countryCode === '';
  const countries = useQuery(CountriesDocument, { variables: { language } }).data?.countries ?? [];
  const form = useQuery(AddressFormDocument, { variables: { countryCode, language }, skip }).data?.addressForm ?? null;
  const addressForm = form?.countryCode === countryCode ? form : null;
  const offered = useQuery(ShippingOptionsDocument, {
    variables: { countryCode, language },
    skip: skip || phone !== 'WHERE_USEFUL',
  });
  const useful = offered.data?.shippingOptions.some(({ phoneRequired }) => phoneRequired) ?? false;
  const asksPhone = phone === 'ALWAYS' || (phone === 'WHERE_USEFUL' && useful);
  const phoneOptional = phone !== 'ALWAYS';
  const fields = labelFields(addressForm, [...more, ...(asksPhone ? (['phone'] as const) : [])]);

  function showErrors(found: FieldErrors): void {
    setErrors(found);
    const first = fields.find((key) => found[key]);
    if (first) document.getElementById(`${idPrefix}-${first}`)?.focus();
  }

  return {
    idPrefix,
    coordinates,
    draft,
    countries,
    addressForm,
    errors,
    waiting: !skip && addressForm === null,
    asksPhone,
    phoneOptional,
    change: (key, value) => {
      setDraft((before) => ({ ...before, [key]: value }));
      setErrors(({ [key]: _, ...others }) => others);
    },
    check: (key) => {
      if (!draft[key]?.trim()) return;
      const error = checkField(draft, key, addressForm);
      setErrors(({ [key]: _, ...others }) => (error ? { ...others, [key]: error } : others));
    },
    checkAll: () => {
      const found = checkLabel(draft, addressForm, fields, phoneOptional ? ['phone'] : []);
      showErrors(found);
      return Object.keys(found).length === 0;
    },
    showErrors,
  };
}
