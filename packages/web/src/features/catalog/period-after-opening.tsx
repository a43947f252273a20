import { useText } from '../../platform/i18n/text.tsx';

/** How long it may be used after opening: the symbol of Regulation (EC) 1223/2009, annex VII, and the same in words. */
export function PeriodAfterOpening({ months }: { months: number }) {
  const t = useText();
  return (
    <div className="flex items-center gap-5">
      <svg aria-hidden="true" viewBox="0 0 64 64" className="size-16 shrink-0 fill-none stroke-current text-ink">
        <path d="M12 25h40v4h-3v24a3 3 0 0 1-3 3H18a3 3 0 0 1-3-3V29h-3v-4Z" strokeWidth="1.6" strokeLinejoin="round" />
        <path d="M16 19.5 50.6 8.4l1.2 3.8-34.6 11.1Z" strokeWidth="1.6" strokeLinejoin="round" />
        <text x="32" y="47" textAnchor="middle" className="fill-current stroke-none font-text text-[13px] font-medium">
          {months}M
        </text>
      </svg>
      <p>{t('product.keepsMonths', { months })}</p>
    </div>
  );
}
