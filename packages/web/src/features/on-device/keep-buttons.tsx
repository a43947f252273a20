import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { ProductQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { pictureBeside } from './favourite-button.tsx';
import { listed } from './keep-product.ts';
import { loadDevice, useDevice } from './use-device.ts';

/** On the page of a product: keep it, or put it into the routine. Both stay on the device. */
export function KeepButtons({ product }: { product: NonNullable<ProductQuery['product']> }) {
  const t = useText();
  const { language } = useLocale();
  const device = useDevice();
  const isFavourite = device?.favourites.some(({ slug }) => slug === product.slug) ?? false;
  const inRoutine = device?.routine.some((step) => step.product.slug === product.slug) ?? false;
  const act = (control: Element, action: 'toggleFavourite' | 'toggleRoutine') => {
    const image = pictureBeside(control);
    loadDevice().then(
      ({ actions }) => actions[action]({ product: listed(product), language, image }),
      () => {},
    );
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Button
          tone="outline"
          size="small"
          aria-pressed={isFavourite}
          onClick={({ currentTarget }) => act(currentTarget, 'toggleFavourite')}
        >
          <Icon name="heart" className={isFavourite ? 'size-4.5 fill-eucalyptus! text-eucalyptus' : 'size-4.5'} />
          {t('favourite.title')}
        </Button>
        <Button
          tone="outline"
          size="small"
          aria-pressed={inRoutine}
          onClick={({ currentTarget }) => act(currentTarget, 'toggleRoutine')}
        >
          <Icon name={inRoutine ? 'check' : 'plus'} className="size-4.5" />
          {t('routine.mine')}
        </Button>
      </div>
      <p className="text-fine text-ink-faint">
        {t('device.stays')}{' '}
        <LocalLink to="/device" className="inline-link touch-target inline-block">
          {t('device.title')}
        </LocalLink>
      </p>
    </div>
  );
}
