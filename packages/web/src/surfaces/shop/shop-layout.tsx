import type { ReactNode } from 'react';
import { OfflineNotice } from '../../components/offline-notice.tsx';
import { SkipLink } from '../../components/skip-link.tsx';
import { CartProvider } from '../../features/cart/cart-provider.tsx';
import { CompareTray } from '../../features/catalog/compare-tray.tsx';
import { collectionsQuery } from '../../features/catalog/use-collections.ts';
import { sellerQuery } from '../../features/seller/use-seller.ts';
import { MAIN_ID } from '../../platform/page/main-id.ts';
import type { PageQuery, PageRequest } from '../../platform/page/page-module.ts';
import { ShopFooter } from './shop-footer.tsx';
import { ShopHeader } from './shop-header.tsx';

/** What every page of the shop shows around its content. */
export function queries(request: PageRequest): PageQuery[] {
  return [collectionsQuery(request.locale), sellerQuery()];
}

/** Header, content, footer, and the cart that any page can open. */
export function Layout({ children }: { children: ReactNode }) {
  return (
    <CartProvider>
      <SkipLink target={MAIN_ID} />
      <div className="flex min-h-dvh flex-col">
        <ShopHeader />
        <main id={MAIN_ID} tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <CompareTray />
        <ShopFooter />
      </div>
      <OfflineNotice />
    </CartProvider>
  );
}
