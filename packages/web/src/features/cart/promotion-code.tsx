import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { type MessageKey, useText } from '../../platform/i18n/text.tsx';
import type { Cart } from './cart-change.ts';
import { useCart } from './cart-context.ts';

const REFUSALS: Readonly<Record<string, MessageKey>> = {
  PROMOTION_UNKNOWN: 'promotion.unknown',
  PROMOTION_EXPIRED: 'promotion.expired',
  PROMOTION_MINIMUM: 'promotion.minimum',
};

/** A promotion code to enter, or the one in force. */
export function PromotionCode({ cart }: { cart: Cart }) {
  const t = useText();
  const { applyCode } = useCart();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function apply(event: FormEvent) {
    event.preventDefault();
    if (busy || code.trim() === '') return;
    setBusy(true);
    const [refusal] = await applyCode(code.trim());
    const key = refusal && REFUSALS[refusal.code];
    setError(refusal ? (key ? t(key) : refusal.message) : null);
    if (!refusal) setCode('');
    setBusy(false);
  }

  return (
    <Disclosure
      className="border-b-0"
      title={
        <span className="text-small">
          {cart.promotionCode === null ? t('promotion.title') : t('promotion.inForce', { code: cart.promotionCode })}
        </span>
      }
    >
      <form onSubmit={(event) => void apply(event)} className="flex items-end gap-3" noValidate>
        <div className="flex-1">
          <TextField
            label={t('promotion.label')}
            value={code}
            onChange={setCode}
            error={error}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </div>
        <Button type="submit" tone="outline" busy={busy}>
          {t('promotion.apply')}
        </Button>
      </form>
    </Disclosure>
  );
}
