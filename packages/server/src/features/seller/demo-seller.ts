import content from '../../../demo/seller.json' with { type: 'json' };
import { parseSeller } from './parse-seller.ts';
import type { Seller } from './seller.ts';

/** The seller of the demo; it exists nowhere else. Operators copy the file and put their own company in. */
export const DEMO_SELLER: Seller = parseSeller(content);
