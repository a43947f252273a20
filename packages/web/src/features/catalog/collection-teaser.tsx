import { useQuery } from '@apollo/client/react';
import { Picture } from '../../components/picture.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { CollectionTeaserDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

/** A collection as a large picture of some of its products. */
export function CollectionTeaser({ handle }: { readonly handle: string }) {
  const t = useText();
  const { api } = useLocale();
  const { data, previousData } = useQuery(CollectionTeaserDocument, { variables: { handle, ...api } });
  const shown = data ?? previousData;
  if (!shown) return <Skeleton className="aspect-4/5" />;
  const { collection } = shown;
  if (!collection) return null;
  return (
    <article className="group relative flex h-full flex-col">
      <div className="aspect-4/3 overflow-hidden sm:aspect-4/5 rounded-soft bg-sunken">
        {collection.picture && (
          <Picture
            picture={collection.picture}
            sizes="(min-width: 40rem) 31vw, 92vw"
            decorative
            className="h-full transition-transform duration-1000 ease-settle group-hover:scale-[1.03]"
          />
        )}
      </div>
      <h3 className="display-3 mt-5">
        <LocalLink
          to={`/collections/${collection.handle}`}
          className="transition-colors after:absolute after:inset-0 group-hover:text-eucalyptus"
        >
          {collection.title}
        </LocalLink>
      </h3>
      <p className="mt-1.5 max-w-sm text-small text-ink-soft">{collection.description}</p>
      <p className="figures mt-auto pt-3 text-fine text-ink-faint">
        {t('list.count', { count: collection.productCount })}
      </p>
    </article>
  );
}
