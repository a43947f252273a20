import type { PrivacyCore } from '../../privacy/core.ts';
import { Order } from './order.entity.ts';

/** Watches that an order's blind index goes with the address that it was made of (D2, P4.6). */
export function registerOrderControls({ registry, stores }: Pick<PrivacyCore, 'registry' | 'stores'>): void {
  registry.registerControl({
    name: 'blind indexes of orders',
    clause: 'P4.6',
    check: async () => {
      const left = await stores.main.em
        .fork()
        .count(Order, { email: null, $or: [{ emailIndex: { $ne: null } }, { limitIndex: { $ne: null } }] });
      return left === 0
        ? { state: 'GREEN', finding: 'No order keeps a blind index without its e-mail address.' }
        : { state: 'RED', finding: `${left} orders keep a blind index although their e-mail address is gone.` };
    },
  });
}
