import { Drawer } from '../../components/drawer.tsx';
import { type CollectionSummary, useCollections } from '../../features/catalog/use-collections.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

/** How many collections stand large, as in the header of wide windows; the others follow the categories. */
const LARGE = 4;

interface ShopMenuProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The navigation of small windows: the whole assortment, and what a visitor may want to know. */
export function ShopMenu({ open, onOpenChange }: ShopMenuProps) {
  const t = useText();
  const { categories, collections } = useCollections();
  const close = () => onOpenChange(false);
  return (
    <Drawer side="start" open={open} onOpenChange={onOpenChange} title={t('nav.menu')}>
      <nav aria-label={t('nav.main')} className="flex flex-col gap-10 pt-2">
        <ul className="flex flex-col">
          <MenuLink to="/shop" onVisit={close}>
            {t('nav.all')}
          </MenuLink>
          {collections.slice(0, LARGE).map(({ handle, title }) => (
            <MenuLink key={handle} to={`/collections/${handle}`} onVisit={close}>
              {title}
            </MenuLink>
          ))}
        </ul>
        <Shelves title={t('nav.categories')} shelves={categories} onVisit={close} />
        <Shelves title={t('search.collections')} shelves={collections.slice(LARGE)} onVisit={close} />
        <ul className="flex flex-col border-t border-hairline pt-6 text-small">
          {(
            [
              ['/ingredients', 'ingredients.name'],
              ['/skin', 'quiz.title'],
              ['/favourites', 'favourite.title'],
              ['/routine', 'routine.title'],
              ['/account', 'account.title'],
              ['/device', 'device.title'],
              ['/privacy', 'footer.privacy'],
              ['/data', 'footer.data'],
              ['/track', 'footer.track'],
            ] as const
          ).map(([to, key]) => (
            <li key={to}>
              <LocalLink
                to={to}
                onClick={close}
                className="inline-block py-1.5 pointer-coarse:py-2.5 hover:text-eucalyptus"
              >
                {t(key)}
              </LocalLink>
            </li>
          ))}
        </ul>
      </nav>
    </Drawer>
  );
}

interface ShelvesProps {
  readonly title: string;
  readonly shelves: readonly CollectionSummary[];
  readonly onVisit: () => void;
}

function Shelves({ title, shelves, onVisit }: ShelvesProps) {
  if (shelves.length === 0) return null;
  return (
    <div>
      <p className="mb-2 text-fine text-ink-faint">{title}</p>
      <ul className="columns-2 gap-6 text-small">
        {shelves.map(({ handle, title }) => (
          <li key={handle}>
            <LocalLink
              to={`/collections/${handle}`}
              onClick={onVisit}
              className="inline-block py-1.5 pointer-coarse:py-2.5 hover:text-eucalyptus"
            >
              {title}
            </LocalLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function MenuLink({ to, onVisit, children }: { to: string; onVisit: () => void; children: string }) {
  return (
    <li>
      <LocalLink to={to} onClick={onVisit} className="display-3 block py-1.5 transition-colors hover:text-eucalyptus">
        {children}
      </LocalLink>
    </li>
  );
}
