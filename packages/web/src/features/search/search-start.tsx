import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { type CollectionSummary, useCollections } from '../catalog/use-collections.ts';

/** How many of each kind are named: as many as are taken in at a glance. */
const NAMED = 8;

/** Where to begin without a word to search for: the largest shelves of the shop. */
export function SearchStart({ onVisit }: { onVisit: () => void }) {
  const t = useText();
  const { categories, collections } = useCollections();
  return (
    <div className="mt-8 grid grid-cols-1 gap-x-10 gap-y-8 sm:grid-cols-2">
      <Shelves title={t('nav.categories')} shelves={categories} onVisit={onVisit} />
      <Shelves title={t('search.collections')} shelves={collections} onVisit={onVisit} />
    </div>
  );
}

interface ShelvesProps {
  readonly title: string;
  readonly shelves: readonly CollectionSummary[];
  readonly onVisit: () => void;
}

function Shelves({ title, shelves, onVisit }: ShelvesProps) {
  return (
    <section>
      <h2 className="mb-2 text-fine text-ink-faint">{title}</h2>
      <ul className="columns-2 gap-6">
        {shelves.slice(0, NAMED).map((shelf) => (
          <li key={shelf.handle}>
            <LocalLink
              to={`/collections/${shelf.handle}`}
              onClick={onVisit}
              className="inline-block py-1.5 pointer-coarse:py-2.5 transition-colors hover:text-eucalyptus"
            >
              {shelf.title}
            </LocalLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
