/** Loads the drawer's code; links to it call this on intent. */
export const loadCartDrawer = () => import('./cart-drawer.tsx').then(({ CartDrawer }) => ({ default: CartDrawer }));
