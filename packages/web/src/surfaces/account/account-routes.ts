import {
  type LayoutModule,
  type Lazy,
  lazyModule,
  type PageModule,
  type Route,
} from '../../platform/page/page-module.ts';

/** All pages of the surface come in one chunk: whoever signs in goes on to the account. */
const SOURCE = 'src/surfaces/account/account-pages.ts';

const page = (pick: (pages: typeof import('./account-pages.ts')) => PageModule): Lazy<PageModule> =>
  lazyModule(SOURCE, async () => {
    const [picked] = await Promise.all([
      import('./account-pages.ts').then(pick),
      import('./account-texts.tsx').then(({ loadAccountTexts }) => loadAccountTexts()),
    ]);
    return picked;
  });

/** The pages of the account, in the frame of the shop. */
export const accountRoutes = (layout: Lazy<LayoutModule>): readonly Route[] => [
  { path: '/sign-in', page: page(({ signInPage }) => signInPage), layout },
  { path: '/sign-up', page: page(({ signUpPage }) => signUpPage), layout },
  { path: '/account', page: page(({ accountPage }) => accountPage), layout },
  { path: '/account/privacy', page: page(({ privacyPage }) => privacyPage), layout },
  { path: '/your-data', page: page(({ yourDataPage }) => yourDataPage), layout },
  { path: '/erasure-receipt', page: page(({ receiptPage }) => receiptPage), layout },
  { path: '/account/orders', page: page(({ ordersPage }) => ordersPage), layout },
  { path: '/account/orders/:number', page: page(({ ownOrderPage }) => ownOrderPage), layout },
  { path: '/account/addresses', page: page(({ addressesPage }) => addressesPage), layout },
  { path: '/account/security', page: page(({ securityPage }) => securityPage), layout },
];
