import { AddressBookView } from '../../features/addresses/address-book-view.tsx';
import { useMyAddresses } from '../../features/addresses/use-address-book.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { OwnFrame } from './own-frame.tsx';

/** The address book. */
export function AddressesPage() {
  const t = useText();
  const own = useMyAddresses();
  return (
    <OwnFrame title={t('addresses.title')} own={own}>
      {(book, dropped) => <AddressBookView book={book} dropped={dropped} onChange={own.take} onAskAgain={own.again} />}
    </OwnFrame>
  );
}
