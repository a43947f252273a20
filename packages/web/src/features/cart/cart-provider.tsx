import { useQuery } from '@apollo/client/react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { CartDocument } from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { applyChange, type Cart, type CartChange, type CartLine } from './cart-change.ts';
import { CartContext, type CartProblem, type CartState } from './cart-context.ts';
import { loadCartDrawer } from './load-cart-drawer.ts';
import { useCartMutations } from './use-cart-mutations.ts';

const CartDrawer = lazy(loadCartDrawer);

/** Holds the cart: what the server last answered, with the changes that are still on their way already applied. */
export function CartProvider({ children }: { children: ReactNode }) {
  const { market, api } = useLocale();
  // Never on the server: the pages are the same for everyone (D19), a cart is not.
  const { data, loading, refetch } = useQuery(CartDocument, {
    variables: api,
    ssr: false,
    fetchPolicy: 'cache-and-network',
  });
  const { send, putBack, applyCode } = useCartMutations();
  const [pending, setPending] = useState<readonly CartChange[]>([]);
  const [problem, setProblem] = useState<CartProblem | null>(null);
  const [removed, setRemoved] = useState<CartLine | null>(null);
  const [drawer, setDrawer] = useState<'never' | 'open' | 'closed'>('never');

  useReturn(() => {
    // A change on its way brings the cart with it.
    if (pending.length === 0) refetch().catch(() => {});
  });

  const change = (wanted: CartChange) => {
    setProblem(null);
    setPending((before) => [...before, wanted]);
    send(wanted)
      .then(
        (errors) => errors.length > 0 && setProblem({ kind: 'refused', errors }),
        () => setProblem({ kind: 'connection' }),
      )
      .finally(() => setPending((before) => before.filter((other) => other !== wanted)));
  };

  const known = data?.cart ?? null;
  const cart = pending.length === 0 ? known : pending.reduce(applyChange, known ?? emptyCart(market));
  const state: CartState = {
    cart,
    loading: loading && cart === null,
    problem,
    drawerOpen: drawer === 'open',
    showDrawer: (open) => setDrawer(open ? 'open' : 'closed'),
    add: (item, quantity) => {
      change({ kind: 'add', item, quantity });
      setDrawer('open');
    },
    putBack: async (goods) => {
      setProblem(null);
      try {
        const errors = await putBack(goods);
        if (errors.length > 0) setProblem({ kind: 'refused', errors });
      } catch {
        setProblem({ kind: 'connection' });
      }
      setDrawer('open');
    },
    setQuantity: (line, quantity) => change({ kind: 'set', lineId: line.id, quantity }),
    remove: (line) => {
      change({ kind: 'remove', lineId: line.id });
      setRemoved(line);
    },
    removed,
    undoRemove: () => {
      if (removed) change({ kind: 'add', item: removed, quantity: removed.quantity });
      setRemoved(null);
    },
    forgetRemoved: () => setRemoved(null),
    applyCode: async (code) => {
      try {
        return await applyCode(code);
      } catch {
        setProblem({ kind: 'connection' });
        return [];
      }
    },
  };
  return (
    <CartContext value={state}>
      {children}
      {drawer !== 'never' && (
        <Suspense>
          <CartDrawer />
        </Suspense>
      )}
    </CartContext>
  );
}

/** Tells when the visitor comes back to this tab: another one may have changed meanwhile what both show. */
function useReturn(onReturn: () => void): void {
  const tell = useRef(onReturn);
  useEffect(() => {
    tell.current = onReturn;
  });
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') tell.current();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}

const CURRENCIES = { EU: 'EUR', GB: 'GBP', US: 'USD', CN: 'CNY' } as const;

function emptyCart(market: keyof typeof CURRENCIES): Cart {
  const currency = CURRENCIES[market];
  const nothing = { __typename: 'Money', amount: 0, currency } as const;
  return {
    __typename: 'Cart',
    market,
    currency,
    totalQuantity: 0,
    promotionCode: null,
    subtotal: nothing,
    discount: nothing,
    total: nothing,
    freeShippingRemaining: null,
    lines: [],
  };
}
