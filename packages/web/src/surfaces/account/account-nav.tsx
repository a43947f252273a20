import { useLocation } from 'react-router';
import { LinkRow } from '../../components/link-row.tsx';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';

/** The pages of the account, in their order. */
const PAGES: readonly { readonly path: string; readonly label: MessageKey }[] = [
  { path: '/account', label: 'account.overview' },
  { path: '/account/orders', label: 'orders.title' },
  { path: '/account/addresses', label: 'addresses.title' },
  { path: '/account/security', label: 'security.short' },
  { path: '/account/privacy', label: 'rights.short' },
];

/** The way around the account. @param flush whether a section with a line of its own follows. */
export function AccountNav({ flush = false }: { flush?: boolean }) {
  const t = useText();
  const { path } = splitLanguage(useLocation().pathname);
  const hereOn = (page: string) => {
    if (path === page) return 'page';
    return page !== '/account' && path.startsWith(`${page}/`) ? 'within' : null;
  };
  return (
    <LinkRow
      label={t('account.title')}
      links={PAGES.map((page) => ({ to: page.path, text: t(page.label), here: hereOn(page.path) }))}
      className={flush ? '-mb-px' : 'mb-10 lg:mb-12'}
    />
  );
}
