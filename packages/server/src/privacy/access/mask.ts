import type { Category } from '@barrier/schema/privacy/category.ts';

/** The fixed pattern of each category; it holds nothing of a value, not even its length (D2). */
const MASKS: Readonly<Record<Category, string>> = {
  NAME: '•••••',
  EMAIL: '•••••@•••••',
  PHONE: '•••••••••',
  DELIVERY_ADDRESS: '•••••',
  ORDER_RECORD: '•••••',
  PAYMENT_REFERENCE: '•••••',
  MESSAGE: '•••••',
  CREDENTIAL: '•••••',
  CONSENT: '•••••',
  PREFERENCE: '•••••',
  BUSINESS_CONTACT: '•••••',
};

/** What stands in the place of a masked value. */
export function maskOf(category: Category): string {
  return MASKS[category];
}

/** Whether an input holds the mask's character; a mask that comes back is refused and never stored (D7). */
export function isMasked(input: string): boolean {
  return input.includes('•');
}
