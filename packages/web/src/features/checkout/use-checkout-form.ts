import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import {
  AddressFormDocument,
  CountriesDocument,
  type CountriesQuery,
  ShippingOptionsDocument,
} from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { useCart } from '../cart/cart-context.ts';
import {
  type AddressForm,
  checkDraft,
  checkField,
  type Draft,
  type FieldErrors,
  type FieldKey,
  type ShippingOption,
} from './checkout-draft.ts';
import { defaultCountry } from './default-country.ts';
import { useDraft } from './use-draft.ts';

/** A country that can be delivered to. */
export type Country = CountriesQuery['countries'][number];

/** The checkout form as it stands. */
export interface CheckoutForm {
  /** What the ids of its fields begin with. */
  readonly idPrefix: string;
  readonly draft: Draft;
  readonly countries: readonly Country[];
  /** The address form of the chosen country; null until it is known. */
  readonly addressForm: AddressForm | null;
  /** The ways to deliver there; null until they are known. */
  readonly options: readonly ShippingOption[] | null;
  /** The one chosen, at first the first. */
  readonly option: ShippingOption | null;
  readonly errors: FieldErrors;
  readonly change: (key: FieldKey, value: string) => void;
  /** Fills in several fields at once, as if they had been typed. */
  readonly fill: (values: Draft) => void;
  readonly check: (key: FieldKey) => void;
  /** Checks everything; answers the errors. */
  readonly checkAll: () => FieldErrors;
  readonly showErrors: (errors: FieldErrors) => void;
}

/** The state of the checkout form: what was typed, what the chosen country asks for, and what is wrong. */
export function useCheckoutForm(): CheckoutForm {
  const { language, market, api, chooseMarket } = useLocale();
  const { cart } = useCart();
  const [typed, change] = useDraft();
  const [errors, setErrors] = useState<FieldErrors>({});
  const countries = useQuery(CountriesDocument, { variables: { language: api.language } }).data?.countries ?? [];
  // A country of another market than the one whose prices are shown cannot be meant any more.
  const chosen = countries.find(({ code }) => code === typed.countryCode);
  const countryCode = chosen?.market === market ? chosen.code : defaultCountry(language, market);
  const skip = countryCode === '';
  const addressed = useQuery(AddressFormDocument, { variables: { countryCode, language: api.language }, skip });
  // The price of delivery depends on the cart, so that an answer holds for this cart only.
  const offered = useQuery(ShippingOptionsDocument, {
    variables: { countryCode, language: api.language },
    skip: skip || !cart,
    fetchPolicy: 'cache-and-network',
  });
  const worth = cart?.total.amount;
  const { refetch } = offered;
  const asked = useRef(worth);
  useEffect(() => {
    if (asked.current !== undefined && asked.current !== worth && !skip) void refetch();
    asked.current = worth;
  }, [worth, skip, refetch]);

  const form = addressed.data?.addressForm ?? null;
  const addressForm = form?.countryCode === countryCode ? form : null;
  const options = skip ? null : ((offered.data ?? offered.previousData)?.shippingOptions ?? null);
  const option = options?.find(({ id }) => id === typed.shippingOptionId) ?? options?.[0] ?? null;
  const draft: Draft = { ...typed, countryCode, ...(option ? { shippingOptionId: option.id } : {}) };

  const followCountry = (code: string | undefined) => {
    const wanted = countries.find((country) => country.code === code);
    if (wanted && wanted.market !== market) chooseMarket(wanted.market);
  };

  return {
    idPrefix: 'checkout',
    draft,
    countries,
    addressForm,
    options,
    option,
    errors,
    change: (key, value) => {
      change({ [key]: value });
      setErrors(({ [key]: _, ...others }) => others);
      if (key === 'countryCode') followCountry(value);
    },
    fill: (values) => {
      change(values);
      setErrors({});
      followCountry(values.countryCode);
    },
    check: (key) => {
      // Leaving a field empty is no mistake yet; it is one when the form is sent.
      if (!draft[key]?.trim()) return;
      const error = checkField(draft, key, addressForm);
      setErrors(({ [key]: _, ...others }) => (error ? { ...others, [key]: error } : others));
    },
    checkAll: () => checkDraft(draft, addressForm, option),
    showErrors: setErrors,
  };
}
