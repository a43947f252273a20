import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { RemovePasskeyDocument, RenamePasskeyDocument } from '../../../generated/graphql.ts';
import { formatDay } from '../../../platform/i18n/format.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { WhyWeAsk } from '../../privacy-policy/why-we-ask.tsx';
import { ProveAgain } from '../prove-again.tsx';
import { ConfirmRemoval } from '../second-factor/confirm-removal.tsx';
import type { OwnerProps } from '../second-factor/owner-props.ts';
import { type ProvenChange, useProvenChange } from '../second-factor/use-proven-change.ts';
import { type Security, UNCHANGED } from '../second-factor/use-security.ts';
import { fieldId } from '../use-attempt.ts';

interface PasskeyRowProps extends OwnerProps {
  readonly passkey: Security['passkeys'][number];
  /** What is open of the row; of one row at a time. */
  readonly open: 'name' | 'removal' | null;
  readonly onOpen: (part: 'name' | 'removal' | null) => void;
  readonly onSaid: (said: string) => void;
}

/** A passkey: what it is called, since when, and how to rename or remove it. */
export function PasskeyRow({ passkey, open, onOpen, onSaid, ...owner }: PasskeyRowProps) {
  const t = useText();
  const client = useApolloClient();
  const { api, language, market } = useLocale();
  const change = useProvenChange({ ...owner, fields: ['name'] });
  const { id, createdOn, lastUsedOn } = passkey;
  const name = passkey.name?.text ?? t('personal.masked');
  const day = (iso: string) => formatDay(iso, language, market);

  const rename = (next: string) =>
    change.run(
      async () => {
        const variables = { id, name: next, language: api.language };
        const { data } = await client.mutate({ mutation: RenamePasskeyDocument, variables, fetchPolicy: 'no-cache' });
        return data?.renamePasskey ?? UNCHANGED;
      },
      () => {
        onOpen(null);
        onSaid(t('passkey.renamed', { name: next }));
      },
    );
  const remove = () =>
    change.run(
      async () => {
        const variables = { id, language: api.language };
        const { data } = await client.mutate({ mutation: RemovePasskeyDocument, variables, fetchPolicy: 'no-cache' });
        return data?.removePasskey ?? UNCHANGED;
      },
      () => onSaid(t('passkey.removed', { name })),
    );

  return (
    <li className="flex flex-col gap-4 border-b border-hairline py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <p className="wrap-anywhere">{name}</p>
          <p className="text-fine text-ink-faint">
            {lastUsedOn === null
              ? t('passkey.since', { day: day(createdOn) })
              : t('passkey.sinceUsed', { day: day(createdOn), used: day(lastUsedOn) })}
          </p>
        </div>
        {open === null && (
          <div className="flex gap-3">
            <Button tone="outline" size="small" onClick={() => onOpen('name')}>
              {t('passkey.rename')}
              <span className="sr-only">{name}</span>
            </Button>
            <Button tone="outline" size="small" onClick={() => onOpen('removal')}>
              {t('security.remove')}
              <span className="sr-only">{name}</span>
            </Button>
          </div>
        )}
      </div>
      {change.waiting && <ProveAgain email={owner.email} onProven={change.goOn} onCancel={change.cancel} />}
      {open === 'name' && (
        <RenameForm change={change} name={passkey.name?.text ?? ''} onSave={rename} onCancel={() => onOpen(null)} />
      )}
      {open === 'removal' && !change.waiting && (
        <ConfirmRemoval
          question={t('passkey.removeLead', { name })}
          attempt={change.attempt}
          onRemove={() => void remove()}
          onCancel={() => onOpen(null)}
        />
      )}
    </li>
  );
}

interface RenameFormProps {
  readonly change: ProvenChange;
  readonly name: string;
  readonly onSave: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

function RenameForm({ change: { attempt }, name, onSave, onCancel }: RenameFormProps) {
  const t = useText();
  const [typed, setTyped] = useState(name);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '') attempt.show({ name: t('form.error.required') });
    else void onSave(typed.trim());
  }
  return (
    <form noValidate onSubmit={submit} className="flex w-full max-w-[28rem] flex-col gap-4">
      <TextField
        id={fieldId('name')}
        label={t('passkey.name')}
        required
        autoFocus
        autoComplete="off"
        maxLength={80}
        value={typed}
        onChange={setTyped}
        error={attempt.wrong('name')}
        aside={<WhyWeAsk coordinate="AddPasskeyInput.name" label={t('passkey.name')} />}
      />
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" size="small" busy={attempt.busy}>
          {t('account.save')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      </div>
    </form>
  );
}
