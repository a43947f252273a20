import { IconButton } from '../../components/icon-button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { DetailedProduct, ListedProduct } from './keep-product.ts';
import { loadDevice, useDevice } from './use-device.ts';

interface FavouriteButtonProps {
  readonly product: ListedProduct & Partial<DetailedProduct>;
}

/**
 * Keeps a product on the device, or lets go of it. No request is made: not for the mark and not for the picture. It lies on the
 * picture of a card; where one points with a mouse it comes when one does, and what is kept stays marked.
 */
export function FavouriteButton({ product }: FavouriteButtonProps) {
  const t = useText();
  const { language } = useLocale();
  const kept = useDevice()?.favourites.some(({ slug }) => slug === product.slug) ?? false;
  return (
    <IconButton
      icon="heart"
      label={t('favourite.keep', { name: product.title })}
      aria-pressed={kept}
      onClick={({ currentTarget }) => {
        const image = pictureBeside(currentTarget);
        loadDevice().then(
          ({ actions }) => actions.toggleFavourite({ product, language, image }),
          // Without a connection nothing could be loaded; the mark stays as it is and can be pressed again.
          () => {},
        );
      }}
      className="absolute end-1.5 top-1.5 z-10 isolate transition! before:absolute before:inset-1 before:-z-10 before:rounded-full before:bg-raised/80 aria-pressed:text-eucalyptus [&_svg]:size-4.5 aria-pressed:[&_svg]:fill-eucalyptus! pointer-fine:not-group-hover:not-aria-pressed:not-focus-visible:opacity-0"
    />
  );
}

/** The picture that the page shows of the product beside a control. */
export function pictureBeside(control: Element): HTMLImageElement | null {
  return (control.closest('article') ?? control.closest('main'))?.querySelector('img') ?? null;
}
