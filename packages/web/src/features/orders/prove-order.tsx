import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ProveOrderDocument, RequestOrderCodeDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';

interface ProveOrderProps {
  readonly token: string;
  /** Given the proof and until when it works (ISO 8601). */
  readonly onProven: (proof: string, until: string) => void;
}

/** Opens what is personal in an order: a code goes to the address that it was ordered with, and comes back here (D16). */
export function ProveOrder({ token, onProven }: ProveOrderProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [minutes, setMinutes] = useState<number | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const attempt = async (work: () => Promise<string | null>) => {
    setBusy(true);
    setError(await work().catch(() => t('error.connection')));
    setBusy(false);
  };
  const request = () =>
    attempt(async () => {
      const variables = { token, language };
      const { data } = await client.mutate({ mutation: RequestOrderCodeDocument, variables, fetchPolicy: 'no-cache' });
      setMinutes(data?.requestOrderCode.validMinutes ?? null);
      return data?.requestOrderCode.userErrors[0]?.message ?? null;
    });
  const prove = () =>
    attempt(async () => {
      const variables = { token, code: code.replace(/\s/g, ''), language };
      const { data } = await client.mutate({ mutation: ProveOrderDocument, variables, fetchPolicy: 'no-cache' });
      const { proofToken, validUntil, userErrors } = data?.proveOrder ?? { userErrors: [] };
      if (proofToken && validUntil) onProven(proofToken, validUntil);
      return userErrors[0]?.message ?? null;
    });

  if (minutes === null) {
    return (
      <div className="flex flex-col items-start gap-4 border-b border-hairline py-6">
        <p className="max-w-prose text-small text-ink-soft">{t('prove.lead')}</p>
        {error !== null && <Notice>{error}</Notice>}
        <Button tone="outline" busy={busy} onClick={() => void request()}>
          {t('prove.request')}
        </Button>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-4 border-b border-hairline py-6 sm:max-w-none"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!busy && code.trim() !== '') void prove();
      }}
    >
      <TextField
        label={t('prove.code')}
        hint={t('prove.hint', { minutes })}
        required
        value={code}
        onChange={setCode}
        error={error}
        // The button that asked for the code is gone, and whoever pressed it goes on here.
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <Button type="submit" busy={busy}>
        {t('prove.show')}
      </Button>
    </form>
  );
}
