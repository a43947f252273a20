import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Cart } from './cart-change.ts';
import { useCart } from './cart-context.ts';

/** A promotion code to enter, or the one in force to take away. */
export function PromotionCode({ cart }: { cart: Cart }) {
  const t = useText();
  const { applyCode } = useCart();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  // What is wrong stands below the field, where the foot of the drawer may cover it.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error !== null) form.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);

  async function apply(wanted: string | null) {
    if (busy || wanted === '') return;
    setBusy(true);
    const [refusal] = await applyCode(wanted);
    setError(refusal?.message ?? null);
    if (!refusal) setCode('');
    setBusy(false);
  }

  if (cart.promotionCode !== null) {
    return (
      <div className="flex items-center justify-between gap-4 py-3 text-small">
        <p>{t('promotion.inForce', { code: cart.promotionCode })}</p>
        <Button tone="plain" busy={busy} onClick={() => void apply(null)}>
          {t('promotion.remove')}
        </Button>
      </div>
    );
  }
  return (
    <Disclosure reveal className="border-b-0" title={<span className="text-small">{t('promotion.title')}</span>}>
      <form
        ref={form}
        noValidate
        className="flex scroll-mb-4 items-start gap-3"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void apply(code.trim());
        }}
      >
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
        <Button type="submit" tone="outline" busy={busy} className="mt-[1.875rem]">
          {t('promotion.apply')}
        </Button>
      </form>
    </Disclosure>
  );
}
