import { useEffect, useRef } from 'react';
import type { ProductQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { listed } from './keep-product.ts';
import { KeptTiles } from './kept-tiles.tsx';
import { loadDevice, useDevice } from './use-device.ts';

/** How many of the products that were looked at stand below another. */
const SHOWN = 4;

/** Notes on the device that a product was looked at, and shows those from before. */
export function RememberView({ product }: { product: NonNullable<ProductQuery['product']> }) {
  const t = useText();
  const { language } = useLocale();
  const device = useDevice();
  const here = useRef<HTMLDivElement>(null);
  const ready = device !== null;
  useEffect(() => {
    if (!ready) return;
    const image = here.current?.closest('main')?.querySelector('img') ?? null;
    loadDevice().then(
      ({ actions }) => actions.rememberView({ product: listed(product), language, image }),
      () => {},
    );
  }, [ready, product, language]);
  const before = device?.viewed.products.filter(({ slug }) => slug !== product.slug).slice(0, SHOWN) ?? [];
  return (
    <div ref={here}>
      {before.length > 0 && (
        <section aria-labelledby="viewed" className="shell pt-24 lg:pt-36">
          <div className="border-t border-ink pt-8">
            <h2 id="viewed" className="display-3">
              {t('viewed.title')}
            </h2>
            <p className="mt-2 mb-8 text-small text-ink-soft">{t('viewed.lead')}</p>
            <KeptTiles products={before} />
          </div>
        </section>
      )}
    </div>
  );
}
