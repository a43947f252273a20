import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Order } from './order-view.tsx';
import type { NamedOrder } from './pay-again.tsx';

interface DownloadInvoiceProps {
  readonly order: Order;
  readonly named: NamedOrder;
  /** What a mailed code was exchanged for; null for a customer, whose session is enough. */
  readonly proof: string | null;
}

/** The invoice as PDF. Token and proof go in the request and never into an address (D16). */
export function DownloadInvoice({ order, named, proof }: DownloadInvoiceProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // Money that came too late and went back never had one, so a refunded order does not offer it.
  if (order.state !== 'PAID') return null;

  async function download() {
    setBusy(true);
    setProblem(
      await fetchInvoice(named, proof).then(
        () => null,
        () => t('error.connection'),
      ),
    );
    setBusy(false);
  }

  return (
    <div className="flex flex-col items-start gap-4 border-b border-hairline py-6">
      {problem !== null && <Notice>{problem}</Notice>}
      <Button tone="outline" busy={busy} onClick={() => void download()}>
        {t('order.invoice')}
      </Button>
    </div>
  );
}

/** Fetches the file and hands it to the browser's downloads. @throws if there is none. */
async function fetchInvoice(named: NamedOrder, proof: string | null): Promise<void> {
  const response = await fetch('/orders/invoice', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(proof === null ? {} : { 'order-proof': proof }) },
    body: JSON.stringify(named),
  });
  if (!response.ok) throw new Error(`The invoice was answered with ${response.status}.`);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'invoice.pdf';
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
