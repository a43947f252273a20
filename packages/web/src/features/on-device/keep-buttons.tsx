import type { ReactNode } from 'react';
import { ToggleAction } from '../../components/toggle-action.tsx';
import type { ProductQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { pictureBeside } from './favourite-button.tsx';
import { listed } from './keep-product.ts';
import { loadDevice, useDevice } from './use-device.ts';

interface KeepButtonsProps {
  readonly product: NonNullable<ProductQuery['product']>;
  /** What else can be done beside them. */
  readonly children?: ReactNode;
}

/** On the page of a product: keep it, or put it into the routine. Both stay on the device. */
export function KeepButtons({ product, children }: KeepButtonsProps) {
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
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <ToggleAction
          icon="heart"
          pressed={isFavourite}
          onClick={({ currentTarget }) => act(currentTarget, 'toggleFavourite')}
        >
          {t('favourite.title')}
        </ToggleAction>
        <ToggleAction
          icon={inRoutine ? 'check' : 'plus'}
          pressed={inRoutine}
          onClick={({ currentTarget }) => act(currentTarget, 'toggleRoutine')}
        >
          {t('routine.mine')}
        </ToggleAction>
        {children}
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
