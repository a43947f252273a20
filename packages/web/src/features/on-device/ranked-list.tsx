import { useMemo, useState } from 'react';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { SkinProfile } from './device-data.ts';
import { FavouriteButton } from './favourite-button.tsx';
import { PictureFrame } from './kept-picture.tsx';
import { ProductTile, WithoutPrefetch } from './kept-tiles.tsx';
import { type Ranked, rankProducts } from './rank-products.ts';
import { reasonWords } from './reason-words.ts';
import { useDevice } from './use-device.ts';
import { type ListWords, MOST_RANKED, useWholeList, type WholeList, type WholeProduct } from './use-whole-list.ts';
import { useWholePictures, WholePictures } from './whole-pictures.tsx';

/** How many are on show at first, and how many more each time. */
const STEP = 24;

/** A list in the order that fits the visitor's skin, worked out in the browser. */
export function RankedList({ words, level }: { words: ListWords; level: 2 | 3 }) {
  const t = useText();
  const device = useDevice();
  const { list, failed, retry } = useWholeList(words);
  if (failed) return <ErrorState onRetry={retry} />;
  if (!list || !device) {
    return (
      <div role="status">
        <span className="sr-only">{t('common.busy')}</span>
        <div className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 lg:grid-cols-3 lg:gap-x-8">
          {['a', 'b', 'c', 'd', 'e', 'f'].map((place) => (
            <Skeleton key={place} className="aspect-4/6" />
          ))}
        </div>
      </div>
    );
  }
  if (!device.skin) {
    return (
      <EmptyState plain title={t('rank.noProfile')}>
        <p>{t('rank.noProfileBody')}</p>
        <LinkButton to="/skin" tone="outline">
          {t('quiz.title')}
        </LinkButton>
      </EmptyState>
    );
  }
  return <RankedTiles list={list} skin={device.skin} level={level} />;
}

function RankedTiles({ list, skin, level }: { list: WholeList; skin: SkinProfile; level: 2 | 3 }) {
  const t = useText();
  const ranked = useMemo(() => rankProducts(list.products, skin), [list, skin]);
  const { ready, note } = useWholePictures();
  const [shown, setShown] = useState(STEP);
  return (
    <WithoutPrefetch>
      <WholePictures products={list.products} onReady={note} />
      <p role="status" className="mb-8 max-w-prose text-small text-ink-soft">
        {list.total > list.products.length
          ? t('rank.part', { ranked: list.products.length, total: list.total, most: MOST_RANKED })
          : t('rank.whole', { count: list.products.length })}
      </p>
      <ol className="grid grid-cols-2 gap-x-4 gap-y-10 sm:gap-x-6 lg:grid-cols-3 lg:gap-x-8 lg:gap-y-14">
        {ranked.slice(0, shown).map((one) => (
          <li key={one.product.slug} className="flex flex-col">
            <RankedTile level={level} ranked={one} picture={ready.get(one.product.slug) ?? null} />
          </li>
        ))}
      </ol>
      {shown < ranked.length && (
        <div className="mt-16 flex flex-col items-center gap-4">
          <p className="figures text-fine text-ink-faint">{t('list.shown', { shown, total: ranked.length })}</p>
          <Button tone="outline" onClick={() => setShown(shown + STEP)}>
            {t('list.more')}
          </Button>
        </div>
      )}
    </WithoutPrefetch>
  );
}

function RankedTile({
  ranked: { product, reasons },
  picture,
  level,
}: {
  ranked: Ranked<WholeProduct>;
  picture: string | null;
  level: 2 | 3;
}) {
  const t = useText();
  const { language } = useLocale();
  const words = reasonWords(reasons, t, language);
  return (
    <ProductTile
      level={level}
      product={{ ...product, price: product.priceFrom, language }}
      picture={
        <div className="relative">
          <PictureFrame source={picture} />
          {product.stock === 'OUT_OF_STOCK' && (
            <span className="absolute start-3 top-3 rounded-full bg-raised/92 px-3 py-1 text-fine text-ink-soft">
              {t('stock.out')}
            </span>
          )}
          <FavouriteButton product={product} />
        </div>
      }
    >
      {words.length > 0 && <p className="pt-1 text-fine text-eucalyptus first-letter:uppercase">{words.join(' · ')}</p>}
    </ProductTile>
  );
}
