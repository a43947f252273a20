import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import type { PlaceOrderInput } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import type { Draft } from '../checkout/checkout-draft.ts';
import { draftOfLabel, isSameLabel } from './label-draft.ts';
import { type AddressBook, useAddressBookMutations } from './use-address-book.ts';
import { useSavedLabels } from './use-saved-labels.ts';

/** Most addresses of a customer; the server has the last word. */
const MOST = 20;

/** Whether the address of an order is to be kept for the next ones. */
export interface SavingLabel {
  /** The addresses of whoever is signed in; null for visitors. */
  readonly book: AddressBook | null;
  /** Whether it can be kept: somebody is signed in, and has no such address yet. */
  readonly offered: boolean;
  readonly wanted: boolean;
  readonly want: (wanted: boolean) => void;
  /** Keeps it, if that is wanted. */
  readonly save: (input: PlaceOrderInput) => Promise<void>;
}

/** Keeps the address of an order, only if the customer says so (P2.1). */
export function useSavingLabel(draft: Draft): SavingLabel {
  const book = useSavedLabels();
  const { save } = useAddressBookMutations();
  const [wanted, want] = useState(false);
  const known = book?.addresses.some((saved) => {
    const label = draftOfLabel(saved);
    return label !== null && isSameLabel(label, draft);
  });
  const offered = book !== null && !known && book.addresses.length < MOST;
  return {
    book,
    offered,
    wanted,
    want,
    save: async ({ recipientName, address, phone }) => {
      if (offered && wanted) await save({ recipientName, address, phone: phone ?? null });
    },
  };
}

/** Offers to keep the address; nothing for visitors. */
export function SavingLabelChoice({ saving }: { saving: SavingLabel }) {
  const t = useText();
  if (!saving.offered) return null;
  return (
    <Checkbox checked={saving.wanted} onChange={saving.want}>
      {t('addresses.keepForNext')}
    </Checkbox>
  );
}
