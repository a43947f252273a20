import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { CorrectOrderDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { DoneNotice } from '../accounts/done-notice.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';
import { draftOfLabel, labelInput } from '../addresses/label-draft.ts';
import { LabelFields } from '../addresses/label-fields.tsx';
import { useLabelForm } from '../addresses/use-label-form.ts';
import { type Draft, errorsByField } from '../checkout/checkout-draft.ts';
import { DraftField } from '../checkout/draft-field.tsx';
import type { Order } from './order-view.tsx';
import type { NamedOrder } from './pay-again.tsx';

interface CorrectOrderProps {
  readonly order: Order;
  readonly named: NamedOrder;
  /** What a mailed code was exchanged for; null for a customer, whose session is enough. */
  readonly proof: string | null;
  readonly onCorrected: (order: Order) => void;
}

/** Corrects where an order goes and where its news go, until it is on its way (P6.2); nothing once it is. */
export function CorrectOrder({ order, named, proof, onCorrected }: CorrectOrderProps) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const [cancelled, setCancelled] = useState(false);
  const label = draftOfLabel(order);
  const email = order.email?.text;
  if (!order.correctable || !label || email == null) return null;
  return (
    <div className="flex flex-col items-start gap-4 border-b border-hairline py-6 print:hidden">
      <DoneNotice said={said} />
      {open ? (
        <CorrectionForm
          order={order}
          initial={{ ...label, email }}
          named={named}
          proof={proof}
          onDone={(corrected) => {
            setOpen(false);
            setCancelled(false);
            setSaid(t('correct.done'));
            onCorrected(corrected);
          }}
          onCancel={() => {
            setCancelled(true);
            setOpen(false);
          }}
        />
      ) : (
        <>
          <p className="max-w-prose text-small text-ink-soft">{t('correct.lead')}</p>
          <Button
            tone="outline"
            // After a cancelled form one goes on where it came from.
            autoFocus={cancelled}
            onClick={() => {
              setSaid('');
              setOpen(true);
            }}
          >
            {t('correct.open')}
          </Button>
        </>
      )}
    </div>
  );
}

interface CorrectionFormProps extends Omit<CorrectOrderProps, 'onCorrected'> {
  readonly initial: Draft;
  readonly onDone: (order: Order) => void;
  readonly onCancel: () => void;
}

const COORDINATES = {
  recipientName: 'CorrectOrderInput.recipientName',
  phone: 'CorrectOrderInput.phone',
  email: 'CorrectOrderInput.email',
} as const;

function CorrectionForm({ order, initial, named, proof, onDone, onCancel }: CorrectionFormProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const form = useLabelForm({
    idPrefix: 'correct',
    initial,
    coordinates: COORDINATES,
    phone: order.phone ? 'ALWAYS' : 'NEVER',
    more: ['email'],
  });
  const attempt = useAttempt([]);
  const title = useRef<HTMLHeadingElement>(null);
  // What was pressed is gone; whoever pressed it goes on here.
  useEffect(() => title.current?.focus(), []);

  async function send(event: FormEvent) {
    event.preventDefault();
    const { addressForm } = form;
    if (!form.checkAll() || !addressForm) return;
    const { phone, ...label } = labelInput(form.draft, addressForm);
    const input = {
      ...named,
      ...label,
      email: form.draft.email?.trim() ?? '',
      ...(order.phone ? { phone } : {}),
      language,
    };
    await attempt.run(async () => {
      const { data } = await client.mutate({
        mutation: CorrectOrderDocument,
        variables: { input },
        fetchPolicy: 'no-cache',
        context: proof === null ? {} : { headers: { 'order-proof': proof } },
      });
      const { order: corrected = null, userErrors = [] } = data?.correctOrder ?? {};
      if (corrected) onDone(corrected);
      const { fields } = errorsByField(userErrors);
      form.showErrors(fields);
      return userErrors.filter(
        ({ path }) => !Object.hasOwn(fields, path?.at(-1) ?? '') || path?.at(-1) === 'countryCode',
      );
    });
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex w-full flex-col gap-6">
      <h2 ref={title} tabIndex={-1} className="display-4 outline-none">
        {t('correct.open')}
      </h2>
      <LabelFields form={form} countryFixed />
      <DraftField form={form} name="email" type="email" autoComplete="email" />
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" busy={attempt.busy} unavailable={form.waiting}>
          {t('correct.send')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      </div>
    </form>
  );
}
