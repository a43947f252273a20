import { classNames } from '../../components/class-names.ts';
import { Wordmark } from '../../components/wordmark.tsx';
import { useCollections } from '../../features/catalog/use-collections.ts';
import { LanguageSwitch, MarketSwitch, ThemeSwitch } from '../../features/preferences/preference-controls.tsx';
import { PrivacyNotice } from '../../features/privacy-policy/privacy-notice.tsx';
import { useSeller } from '../../features/seller/use-seller.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

const PRIVACY_LINKS: readonly [string, MessageKey][] = [
  ['/privacy', 'footer.privacy'],
  ['/data', 'footer.data'],
  ['/your-data', 'rights.link'],
  ['/device', 'device.title'],
  ['/skin', 'quiz.title'],
  ['/favourites', 'favourite.title'],
  ['/routine', 'routine.title'],
];

const SERVICE_LINKS: readonly [string, MessageKey][] = [
  ['/track', 'footer.track'],
  ['/terms#delivery', 'footer.delivery'],
  ['/withdrawal', 'footer.withdrawal'],
  ['/terms', 'footer.terms'],
  ['/imprint', 'footer.imprint'],
];

/** It is in no language and no part of the shop's pages. */
const PLAYGROUND = '/playground';

/** The shop's footer: every part of the shop, what it knows about its visitors, and who stands behind it. */
export function ShopFooter() {
  const t = useText();
  const { categories, collections } = useCollections();
  const seller = useSeller();
  const service: readonly (readonly [string, string])[] = [
    ...SERVICE_LINKS.map(([to, key]) => [to, t(key)] as const),
    ...(seller ? [[`mailto:${seller.email}`, t('footer.contact')] as const] : []),
    [PLAYGROUND, t('footer.developers')],
  ];
  return (
    <footer className="mt-24 border-t border-hairline bg-sunken/60 lg:mt-36 print:hidden">
      <div className="shell grid grid-cols-2 gap-x-6 gap-y-12 py-14 lg:grid-cols-12 lg:gap-x-8 lg:py-20">
        <div className="col-span-2 flex flex-col gap-6 lg:col-span-4">
          <Wordmark />
          <PrivacyNotice />
        </div>
        <FooterLinks
          wide
          title={t('footer.shop')}
          links={[
            ['/shop', t('nav.all')],
            ['/ingredients', t('ingredients.name')],
            ...[...collections.slice(0, 3), ...categories.slice(0, 5)].map(
              ({ handle, title }) => [`/collections/${handle}`, title] as const,
            ),
          ]}
        />
        <FooterLinks title={t('footer.yourData')} links={PRIVACY_LINKS.map(([to, key]) => [to, t(key)])} />
        <FooterLinks title={t('footer.service')} links={service} />
      </div>
      <div className="shell">
        <div className="flex flex-wrap gap-x-14 gap-y-6 border-t border-hairline py-8">
          <LanguageSwitch />
          <MarketSwitch />
          <ThemeSwitch />
        </div>
        <p className="pb-10 text-fine text-ink-faint">
          {seller?.demonstration ? t('footer.demonstration') : seller?.name}
        </p>
      </div>
    </footer>
  );
}

const FOOTER_LINK = 'inline-block py-1 pointer-coarse:py-2.5 text-ink-soft transition-colors hover:text-ink';

interface FooterLinksProps {
  readonly title: string;
  readonly links: readonly (readonly [string, string])[];
  /** In two columns, being many. */
  readonly wide?: boolean;
}

function FooterLinks({ title, links, wide = false }: FooterLinksProps) {
  return (
    <nav aria-label={title} className={wide ? 'col-span-2 lg:col-span-4' : 'lg:col-span-2'}>
      <p className="mb-3 text-fine text-ink-faint lg:mb-4">{title}</p>
      <ul className={classNames('text-small', wide && 'columns-2 gap-6 lg:gap-8')}>
        {links.map(([to, label]) => (
          <li key={to} className="break-inside-avoid lg:pb-1">
            {to === PLAYGROUND || !to.startsWith('/') ? (
              <a href={to} className={FOOTER_LINK}>
                {label}
              </a>
            ) : (
              <LocalLink to={to} className={FOOTER_LINK}>
                {label}
              </LocalLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
