import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import type { AddressForm, FieldError, FieldKey } from './checkout-draft.ts';

/** The word of each field, where the country has none of its own. */
const FIELD_NAMES: Readonly<Record<FieldKey, MessageKey>> = {
  countryCode: 'field.country',
  recipientName: 'field.recipientName',
  addressLine1: 'field.addressLine1',
  addressLine2: 'field.addressLine2',
  dependentLocality: 'field.dependentLocality',
  city: 'field.city',
  administrativeArea: 'field.administrativeArea',
  postalCode: 'field.postalCode',
  email: 'field.email',
  phone: 'field.phone',
  shippingOptionId: 'field.shipping',
};

/** The words that countries have of their own (libaddressinput's label keys). */
const COUNTRY_WORDS: Readonly<Record<string, MessageKey>> = {
  zip: 'field.zip',
  eircode: 'field.eircode',
  post_town: 'field.postTown',
  province: 'field.province',
  county: 'field.county',
  state: 'field.state',
  townland: 'field.townland',
  district: 'field.district',
};

/** How the fields of a country's form are called, and what is wrong with them, in words. */
export function useFieldWords(form: AddressForm | null) {
  const t = useText();
  const label = (key: FieldKey): string => {
    const word = COUNTRY_WORDS[form?.fields.find((field) => field.key === key)?.labelKey ?? ''];
    return t(word ?? FIELD_NAMES[key]);
  };
  const wrong = (key: FieldKey, error: FieldError | undefined): string | null => {
    if (!error) return null;
    if ('message' in error) return error.message;
    if (error.code === 'CARD') return t('form.error.card');
    if (error.code === 'EMAIL') return t('form.error.email');
    if (error.code === 'REQUIRED') return key === 'countryCode' ? t('form.error.country') : t('form.error.required');
    const example = form?.fields.find((field) => field.key === key)?.example;
    return example == null ? t('form.error.pattern') : t('form.error.patternExample', { example });
  };
  return { label, wrong };
}
