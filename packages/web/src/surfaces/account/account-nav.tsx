import { useLocation } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';
import { LocalLink } from '../../platform/page/local-link.tsx';

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
  return (
    <nav
      aria-label={t('account.title')}
      className={classNames('border-b border-hairline', flush ? '-mb-px' : 'mb-10 lg:mb-12')}
    >
      <ul className="-mb-px flex flex-wrap gap-x-7 text-small">
        {PAGES.map((page) => {
          const isHere = path === page.path;
          const isWithin = page.path !== '/account' && path.startsWith(`${page.path}/`);
          return (
            <li key={page.path}>
              <LocalLink
                to={page.path}
                aria-current={isHere ? 'page' : isWithin || undefined}
                className={classNames(
                  'flex min-h-11 items-center border-b-2 transition-colors hover:text-eucalyptus',
                  isHere || isWithin ? 'border-eucalyptus text-ink' : 'border-transparent text-ink-soft',
                )}
              >
                {t(page.label)}
              </LocalLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
