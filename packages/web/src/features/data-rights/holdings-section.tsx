import { useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { LostConnection } from '../../components/lost-connection.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountSection } from '../accounts/account-section.tsx';
import { HeldRecords } from './held-records.tsx';
import type { RightsSectionProps } from './rights-holder.ts';
import { useHoldings } from './use-holdings.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** What the shop holds about somebody: each value with what for, who sees it, until when and why (P1.3, P2.5). */
export function HoldingsSection({ holder }: RightsSectionProps) {
  const t = useText();
  const { answer, busy, acted, more, again, dropped } = useHoldings(holder);
  const list = useRef<HTMLDivElement>(null);
  useKeptFocus(list, acted, answer);
  return (
    <AccountSection title={t('holdings.title')} lead={t('holdings.lead')}>
      {answer.kind === 'loading' && <Skeleton className="h-96 w-full" />}
      {answer.kind === 'connection' && <LostConnection part busy={busy} onRetry={again} />}
      {answer.kind === 'nodes' && (
        <>
          {dropped && (
            <div role="status" className="flex flex-col items-start gap-4">
              <p className="text-small text-ink-soft">{t('holdings.hidden')}</p>
              <Button tone="outline" size="small" busy={busy} onClick={again}>
                {t('account.show')}
              </Button>
            </div>
          )}
          <div ref={list} tabIndex={-1} className="w-full border-t border-hairline outline-none">
            {answer.nodes.map((part, at) => (
              <Disclosure key={part.id} open={at === 0} title={<h3 className="font-medium">{part.title}</h3>}>
                <HeldRecords records={part.records} />
              </Disclosure>
            ))}
          </div>
          {answer.lost && <Notice>{t('error.connection')}</Notice>}
          {answer.end !== null && (
            <Button tone="outline" size="small" busy={busy} onClick={more}>
              {t('holdings.more')}
            </Button>
          )}
        </>
      )}
    </AccountSection>
  );
}
