import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { Wordmark } from '../../components/wordmark.tsx';
import { AccountLink } from '../../features/accounts/account-link.tsx';
import { CartButton } from '../../features/cart/cart-button.tsx';
import { useCollections } from '../../features/catalog/use-collections.ts';
import { LocaleMenu } from '../../features/preferences/locale-menu.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { splitLanguage } from '../../platform/locale/localised-path.ts';
import { LocalLink } from '../../platform/page/local-link.tsx';

const loadMenu = () => import('./shop-menu.tsx').then(({ ShopMenu }) => ({ default: ShopMenu }));
const ShopMenu = lazy(loadMenu);
const loadSearch = () =>
  import('../../features/search/search-panel.tsx').then(({ SearchPanel }) => ({ default: SearchPanel }));
const SearchPanel = lazy(loadSearch);

type Panel = 'menu' | 'search';

/** How many collections the header names; the menu has them all. */
const NAMED_COLLECTIONS = 4;

/** The shop's header: navigation, search, language and market, cart. */
export function ShopHeader() {
  const t = useText();
  const { collections } = useCollections();
  const { open, opened, show, setOpen } = usePanels();
  return (
    <header className="sticky top-0 z-30 border-b border-hairline bg-ground/95 backdrop-blur-md print:static print:[&_:is(nav,button,a[title])]:hidden">
      <div className="shell flex h-16 items-center gap-2 lg:h-[4.75rem]">
        <IconButton
          icon="menu"
          label={t('nav.menu')}
          aria-haspopup="dialog"
          className="-ms-3 lg:hidden"
          onPointerEnter={() => void loadMenu()}
          onClick={() => show('menu')}
        />
        <LocalLink to="/" aria-label={t('nav.home')} className="me-auto rounded-soft py-2 lg:me-12">
          <Wordmark />
        </LocalLink>
        <nav aria-label={t('nav.main')} className="me-auto hidden lg:block">
          <ul className="flex items-center gap-9 text-small">
            <HeaderLink to="/shop">{t('nav.all')}</HeaderLink>
            {collections.slice(0, NAMED_COLLECTIONS).map(({ handle, title }) => (
              <HeaderLink key={handle} to={`/collections/${handle}`}>
                {title}
              </HeaderLink>
            ))}
            <HeaderLink to="/privacy">{t('nav.privacy')}</HeaderLink>
          </ul>
        </nav>
        <LocalLink
          to="/search"
          aria-label={t('nav.search')}
          title={t('nav.search')}
          className="inline-grid size-11 place-items-center rounded-full transition-colors hover:text-eucalyptus"
          onPointerDown={() => void loadSearch()}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            show('search');
          }}
        >
          <Icon name="search" />
        </LocalLink>
        <LocalLink
          to="/favourites"
          aria-label={t('favourite.title')}
          title={t('favourite.title')}
          className="hidden size-11 place-items-center rounded-full transition-colors hover:text-eucalyptus lg:inline-grid"
        >
          <Icon name="heart" />
        </LocalLink>
        <AccountLink />
        <LocaleMenu />
        <CartButton />
      </div>
      <Suspense>
        {opened.menu && <ShopMenu open={open === 'menu'} onOpenChange={setOpen('menu')} />}
        {opened.search && <SearchPanel open={open === 'search'} onOpenChange={setOpen('search')} />}
      </Suspense>
    </header>
  );
}

function HeaderLink({ to, children }: { to: string; children: string }) {
  const { path } = splitLanguage(useLocation().pathname);
  const current = path === to;
  return (
    <li>
      <LocalLink
        to={to}
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'inline-block border-b py-1 transition-colors hover:border-ink',
          current ? 'border-ink' : 'border-transparent',
        )}
      >
        {children}
      </LocalLink>
    </li>
  );
}

/** One panel at a time; each is mounted when first opened and stays, so that closing can be seen. */
function usePanels() {
  const [open, setPanel] = useState<Panel | null>(null);
  const [opened, setOpened] = useState<Partial<Record<Panel, true>>>({});
  const show = (panel: Panel) => {
    setOpened((before) => ({ ...before, [panel]: true }));
    setPanel(panel);
  };
  const setOpen = (panel: Panel) => (wanted: boolean) => (wanted ? show(panel) : setPanel(null));
  return { open, opened, show, setOpen };
}
