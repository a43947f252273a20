import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import type { AddressBookPartsFragment } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { DoneNotice } from '../accounts/done-notice.tsx';
import { HiddenAgain } from '../accounts/hidden-again.tsx';
import { type Refusal, useAttempt } from '../accounts/use-attempt.ts';
import { type CorrectedOrder, CorrectedOrders } from '../orders/corrected-orders.tsx';
import { AddressForm, type EnteredLabel } from './address-form.tsx';
import { draftOfLabel } from './label-draft.ts';
import { type AddressBook, type SavedAddress, useAddressBookMutations } from './use-address-book.ts';

/** Most addresses of a customer; the server has the last word. */
const MOST = 20;

interface AddressBookViewProps {
  readonly book: AddressBook;
  readonly dropped: boolean;
  readonly onChange: (book: AddressBook) => void;
  readonly onAskAgain: () => void;
}

/** What was just done, in words, with what it did to the orders and, after a removal, the way to take it back. */
interface Done {
  readonly said: string;
  readonly orders: readonly CorrectedOrder[];
  readonly undo: (() => Promise<AddressBookPartsFragment>) | null;
}

const NOTHING: Done = { said: '', orders: [], undo: null };

/** The address book: each address with what can be done to it, and a form for one more. */
export function AddressBookView({ book, dropped, onChange, onAskAgain }: AddressBookViewProps) {
  const t = useText();
  const mutations = useAddressBookMutations();
  const attempt = useAttempt([], onAskAgain);
  /** The address that is being corrected, or a new one. */
  const [open, setOpen] = useState<SavedAddress | 'NEW' | null>(null);
  const [working, setWorking] = useState<string | null>(null);
  const [cancelled, setCancelled] = useState(false);
  const [done, setDone] = useState<Done>(NOTHING);

  async function change(
    work: () => Promise<AddressBookPartsFragment>,
    said: string,
    undo: Done['undo'] = null,
  ): Promise<readonly Refusal[]> {
    setDone(NOTHING);
    const { addresses, orders, userErrors } = await work();
    onChange({ ...book, addresses });
    if (userErrors.length === 0) {
      setOpen(null);
      setCancelled(false);
      setDone({ said, orders, undo });
    }
    return userErrors;
  }

  const act = (id: string, work: () => Promise<readonly Refusal[]>) => {
    setWorking(id);
    void attempt.run(work).finally(() => setWorking(null));
  };

  function remove(saved: SavedAddress) {
    const draft = draftOfLabel(saved);
    const label = draft && labelOf(saved);
    // It is gone at the server; as long as it stands here, it can be saved anew.
    const undo = label && (() => mutations.save(label, saved.isDefault));
    act(saved.id, () => change(() => mutations.remove(saved.id), t('addresses.removed'), undo));
  }

  if (open !== null) {
    const initial = open === 'NEW' ? null : draftOfLabel(open);
    return (
      <div className="flex flex-col gap-8">
        <FormTitle title={t(open === 'NEW' ? 'addresses.new' : 'addresses.correctOne')} />
        <AddressForm
          idPrefix="address"
          initial={initial}
          onSave={(label, correctsOrders) =>
            open === 'NEW'
              ? change(() => mutations.save(label), t('addresses.kept'))
              : change(() => mutations.correct(open.id, label, correctsOrders), t('addresses.corrected'))
          }
          onCancel={() => {
            setCancelled(true);
            setOpen(null);
          }}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col items-start gap-6">
      {done.said !== '' && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <DoneNotice said={done.said} />
          {done.undo && !dropped && (
            <Button
              tone="plain"
              busy={attempt.busy}
              onClick={() => act('UNDO', () => change(done.undo ?? noChange, t('addresses.back')))}
            >
              {t('device.undo')}
            </Button>
          )}
        </div>
      )}
      <CorrectedOrders orders={done.orders} />
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      {dropped && <HiddenAgain onShow={onAskAgain} />}
      {book.addresses.length === 0 ? (
        <EmptyState title={t('addresses.none')} plain>
          <p>{t('addresses.noneBody')}</p>
          <Button autoFocus={cancelled} onClick={() => setOpen('NEW')}>
            {t('addresses.add')}
          </Button>
        </EmptyState>
      ) : (
        <>
          <ul className="grid w-full gap-x-8 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
            {book.addresses.map((saved) => (
              <AddressCard
                key={saved.id}
                saved={saved}
                busy={attempt.busy && working === saved.id}
                onCorrect={() => setOpen(saved)}
                onRemove={() => remove(saved)}
                onDefault={() =>
                  act(saved.id, () => change(() => mutations.setDefault(saved.id), t('addresses.isDefaultNow')))
                }
              />
            ))}
          </ul>
          {book.addresses.length < MOST ? (
            // After a cancelled form one goes on from here.
            <Button tone="outline" className="mt-4" autoFocus={cancelled} onClick={() => setOpen('NEW')}>
              {t('addresses.add')}
            </Button>
          ) : (
            <p className="text-small text-ink-soft">{t('addresses.full', { most: MOST })}</p>
          )}
        </>
      )}
    </div>
  );
}

/** What a form is for; whoever opened it goes on here, since what they pressed is gone. */
function FormTitle({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className="display-4 outline-none">
      {title}
    </h2>
  );
}

const noChange = () => Promise.reject(new Error('There is nothing to take back.'));

/** What was removed, as it was entered. */
function labelOf({ recipientName, addressParts, phone, countryCode }: SavedAddress): EnteredLabel {
  const { __typename: _, ...parts } = addressParts?.parts ?? {};
  return {
    recipientName: recipientName?.text ?? '',
    address: { ...parts, countryCode, addressLine1: addressParts?.parts?.addressLine1 ?? '' },
    phone: phone?.text ?? null,
  };
}

interface AddressCardProps {
  readonly saved: SavedAddress;
  readonly busy: boolean;
  readonly onCorrect: () => void;
  readonly onRemove: () => void;
  readonly onDefault: () => void;
}

function AddressCard({ saved, busy, onCorrect, onRemove, onDefault }: AddressCardProps) {
  const t = useText();
  const shown = saved.address?.access === 'REVEALED' && saved.recipientName?.access === 'REVEALED';
  const named = (
    <span className="sr-only">
      {saved.recipientName?.text}, {saved.address?.text?.split('\n')[0]}
    </span>
  );
  return (
    <li className="flex flex-col justify-between gap-5 border-t border-hairline pt-4 text-small">
      <div className="flex flex-col gap-2">
        {shown ? (
          <address className="not-italic wrap-anywhere">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="font-medium">{saved.recipientName?.text}</span>
              {saved.isDefault && <span className="text-fine text-eucalyptus">{t('addresses.isDefault')}</span>}
            </span>
            <span className="block whitespace-pre-line">{saved.address?.text}</span>
            {saved.phone?.text != null && <span className="figures mt-1 block text-ink-soft">{saved.phone.text}</span>}
          </address>
        ) : (
          <p className="inline-flex items-center gap-2 text-ink-faint">
            <Icon name="lock" className="size-4" />
            {t('personal.masked')}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <Button tone="plain" unavailable={!shown || busy} onClick={onCorrect}>
          {t('addresses.correct')}
          {named}
        </Button>
        <Button tone="plain" busy={busy} onClick={onRemove}>
          {t('addresses.remove')}
          {named}
        </Button>
        {!saved.isDefault && (
          <Button tone="plain" unavailable={busy} onClick={onDefault}>
            {t('addresses.makeDefault')}
            {named}
          </Button>
        )}
      </div>
    </li>
  );
}
