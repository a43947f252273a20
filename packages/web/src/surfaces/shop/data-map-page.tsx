import { useQuery } from '@apollo/client/react';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { DeviceKeys } from '../../features/on-device/device-keys.tsx';
import { DataMap, KeyHolders } from '../../features/privacy-policy/data-map.tsx';
import { DataMapDocument, DataRecipientsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';

/** What the page shows first. */
export function queries({ locale }: PageRequest): PageQuery[] {
  const language = apiLanguage(locale.language);
  return [pageQuery(DataMapDocument, { language }), pageQuery(DataRecipientsDocument, { language })];
}

/** Everything the shop can hold about a person, computed from the program itself (P1.3, P2.5). */
export function Page() {
  const t = useText();
  const { language } = useLocale().api;
  const { data, previousData, error, refetch } = useQuery(DataMapDocument, { variables: { language } });
  const recipients = useQuery(DataRecipientsDocument, { variables: { language } }).data?.dataRecipients;
  const shown = data ?? previousData;
  if (error && !shown) return <ErrorState onRetry={() => void refetch()} />;
  return (
    <div className="shell pt-14 lg:pt-24">
      <PageHead title={t('footer.data')} description={t('data.lead')} />
      <header className="mb-14 flex max-w-[46rem] flex-col gap-5 lg:mb-20">
        <h1 className="display-2">{t('data.title')}</h1>
        <p className="text-lead text-ink-soft">{t('data.lead')}</p>
      </header>
      {shown ? <DataMap entries={shown.dataMap} /> : <Skeleton className="h-96" />}
      {recipients && <KeyHolders recipients={recipients} />}
      <DeviceKeys>
        <LocalLink to="/device" className="inline-link touch-target inline-block text-small">
          {t('device.title')}
        </LocalLink>
      </DeviceKeys>
    </div>
  );
}
