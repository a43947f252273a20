import { SelectField } from '../../components/select-field.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Draft } from '../checkout/checkout-draft.ts';
import { draftOfLabel, isSameLabel, wholeLabel } from './label-draft.ts';
import type { AddressBook } from './use-address-book.ts';

interface SavedLabelChoiceProps {
  readonly book: AddressBook;
  readonly draft: Draft;
  readonly onFill: (values: Draft) => void;
}

/** Fills the form in with a saved address; what is filled in can be changed like anything typed. */
export function SavedLabelChoice({ book, draft, onFill }: SavedLabelChoiceProps) {
  const t = useText();
  const labels = book.addresses.flatMap((saved) => {
    const label = draftOfLabel(saved);
    return label ? [{ id: saved.id, label }] : [];
  });
  if (labels.length === 0) return null;
  const chosen = labels.find(({ label }) => isSameLabel(label, draft))?.id ?? '';
  return (
    <SelectField
      id="checkout-saved"
      label={t('addresses.choose')}
      unmarked
      value={chosen}
      onChange={(id) => {
        const picked = labels.find((one) => one.id === id);
        const email = draft.email?.trim() ? {} : { email: book.email?.text ?? '' };
        if (picked) onFill({ ...email, ...wholeLabel(picked.label) });
      }}
      options={[
        { value: '', label: t('addresses.another') },
        ...labels.map(({ id, label }) => ({ value: id, label: inOneLine(label) })),
      ]}
    />
  );
}

function inOneLine({ recipientName, addressLine1, city }: Draft): string {
  return [recipientName, addressLine1, city].filter(Boolean).join(', ');
}
