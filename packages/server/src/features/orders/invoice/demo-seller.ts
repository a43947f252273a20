import type { InvoiceSeller } from './invoice-view.ts';

/** The seller of the demo; it exists nowhere else. */
export const DEMO_SELLER: InvoiceSeller = {
  name: 'Barrier Demo GmbH',
  addressLines: ['Musterstraße 1', '12345 Musterstadt'],
  country: 'DE',
  vatId: 'DE000000000',
  vatIdIn: { GB: 'GB000000000' },
  register: 'Amtsgericht Musterstadt, HRB 00000',
  directors: 'Erika Mustermann',
  email: 'service@barrier.example',
};
