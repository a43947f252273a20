import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { KeptProduct } from './device-data.ts';
import { KeptTiles } from './kept-tiles.tsx';
import { UndoNotice, useUndo } from './undo-notice.tsx';
import { loadDevice, useDevice } from './use-device.ts';

/** The favourites as they were kept, and what can be done with each. */
export function FavouritesView() {
  const t = useText();
  const device = useDevice();
  const { last, setLast, act } = useUndo();
  const favourites = device?.favourites ?? [];
  const inRoutine = new Set(device?.routine.map(({ product }) => product.slug));
  const letGo = ({ slug, title }: KeptProduct) =>
    act('favourites', t('favourite.letGone', { name: title }), (actions) => actions.letGoOfFavourite(slug));
  return (
    <>
      {favourites.length === 0 ? (
        <EmptyState plain title={t('favourite.empty')}>
          <p>{t('favourite.emptyBody')}</p>
          <LinkButton to="/shop" tone="outline">
            {t('nav.all')}
          </LinkButton>
        </EmptyState>
      ) : (
        <KeptTiles products={favourites} level={2}>
          {(product) => (
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2 pt-2">
              {inRoutine.has(product.slug) ? (
                <p className="text-small text-ink-faint">{t('routine.in')}</p>
              ) : (
                <Button
                  tone="plain"
                  aria-label={t('routine.addNamed', { name: product.title })}
                  onClick={() =>
                    void loadDevice().then(
                      ({ actions }) => actions.addToRoutine(product),
                      () => {},
                    )
                  }
                >
                  {t('routine.add')}
                </Button>
              )}
              <Button
                tone="plain"
                aria-label={t('cart.removeNamed', { name: product.title })}
                onClick={() => letGo(product)}
              >
                {t('cart.remove')}
              </Button>
            </div>
          )}
        </KeptTiles>
      )}
      <UndoNotice last={last} onDone={() => setLast(null)} />
    </>
  );
}
