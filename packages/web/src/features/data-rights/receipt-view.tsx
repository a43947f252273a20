import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { formatDay, formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { GoingList, StayingList } from './measure-lists.tsx';
import type { Receipt } from './use-receipt.ts';

/** The receipt of an erasure: an attestation with its dates, what went, what may remain, and what was found afterwards. */
export function ReceiptView({ receipt }: { receipt: Receipt }) {
  const t = useText();
  const { language, market } = useLocale();
  const moment = (iso: string) => formatMoment(iso, language, market);
  const { requestedAt, executedAt, finalAt, isFinal, keptUntil, checkpoint } = receipt;
  return (
    <div className="flex max-w-[52rem] flex-col gap-12">
      <div className="flex flex-col gap-6">
        <p className="max-w-prose border-s-2 border-eucalyptus ps-5">{receipt.statement}</p>
        <dl className="border-t border-hairline text-small">
          <Fact name={t('receipt.requested')}>{moment(requestedAt)}</Fact>
          <Fact name={t('receipt.executed')}>
            {executedAt === null ? <Pending>{t('receipt.executing')}</Pending> : moment(executedAt)}
          </Fact>
          {finalAt !== null && (
            <Fact name={t('receipt.final')}>
              {isFinal ? moment(finalAt) : t('receipt.finalBy', { day: formatDay(finalAt, language, market) })}
            </Fact>
          )}
          {executedAt !== null && (
            <Fact name={t('receipt.rescan')}>
              <Rescan rescan={receipt.rescan} />
            </Fact>
          )}
          {checkpoint !== null && (
            <Fact name={t('receipt.checkpoint')}>
              <span className="figures wrap-anywhere">
                {checkpoint.sequence} {checkpoint.hash}
              </span>
            </Fact>
          )}
          {keptUntil !== null && <Fact name={t('receipt.kept')}>{formatDay(keptUntil, language, market)}</Fact>}
        </dl>
      </div>
      {executedAt !== null && (
        <>
          <GoingList title={t('receipt.went')} values={receipt.values} records={receipt.records} />
          <StayingList title={t('receipt.stays')} stays={receipt.stays} />
          <Button tone="outline" className="self-start print:hidden" onClick={() => download(receipt)}>
            {t('receipt.download')}
          </Button>
        </>
      )}
    </div>
  );
}

function Rescan({ rescan }: { rescan: Receipt['rescan'] }) {
  const t = useText();
  const { language, market } = useLocale();
  if (rescan === null) return <Pending>{t('receipt.rescanWaits')}</Pending>;
  const looked = t(rescan.files === null ? 'receipt.lookedRows' : 'receipt.lookedFiles', { files: rescan.files ?? 0 });
  return (
    <>
      {rescan.clean ? (
        <span className="inline-flex items-center gap-2 text-eucalyptus">
          <Icon name="check" className="size-4" />
          {t('receipt.clean')}
        </span>
      ) : (
        <span className="text-clay">{t('receipt.found', { count: rescan.found.length })}</span>
      )}
      <span className="block text-fine text-ink-faint">
        {formatMoment(rescan.at, language, market)} · {looked}
        {rescan.files !== null && !rescan.withContent && ` ${t('receipt.idsOnly')}`}
      </span>
      {rescan.found.map((place) => (
        <span key={place} className="block text-fine text-ink-soft">
          {place}
        </span>
      ))}
    </>
  );
}

function Pending({ children }: { children: string }) {
  return (
    <span role="status" className="inline-flex items-center gap-3 text-ink-soft">
      <Spinner />
      {children}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-hairline py-3 sm:grid-cols-[14rem_1fr]">
      <dt className="text-ink-faint">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Hands the receipt to the browser's downloads as it was answered. */
function download(receipt: Receipt): void {
  const text = JSON.stringify(receipt, (key, value: unknown) => (key === '__typename' ? undefined : value), 2);
  const href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download: 'erasure-receipt.json' }).click();
  URL.revokeObjectURL(href);
}
