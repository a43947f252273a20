import { formatMoney, type MoneyValue } from '../platform/i18n/format.ts';
import { useText } from '../platform/i18n/text.tsx';
import { useLocale } from '../platform/locale/locale-context.tsx';
import { classNames } from './class-names.ts';

interface PriceProps {
  readonly money: MoneyValue;
  /** The former price, when reduced. */
  readonly before?: MoneyValue | null;
  /** Whether other variants cost more. */
  readonly from?: boolean;
  readonly className?: string;
}

/** An amount of money as the reader's country writes it. */
export function Price({ money, before, from = false, className }: PriceProps) {
  const t = useText();
  const { language, market } = useLocale();
  const amount = formatMoney(money, language, market);
  return (
    // Two versions of Unicode's locale data may space an amount differently; it is the same amount.
    <span className={classNames('figures whitespace-nowrap', className)} suppressHydrationWarning>
      {before != null && before.amount > money.amount && (
        <>
          <span className="sr-only">{t('price.before')} </span>
          <s className="me-2 text-ink-faint">{formatMoney(before, language, market)}</s>
          <span className="sr-only">{t('price.now')} </span>
        </>
      )}
      {from ? t('price.from', { amount }) : amount}
    </span>
  );
}
