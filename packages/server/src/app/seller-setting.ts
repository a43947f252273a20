import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEMO_SELLER } from '../features/seller/demo-seller.ts';
import { findInvented } from '../features/seller/find-invented.ts';
import { parseSeller } from '../features/seller/parse-seller.ts';
import type { Seller } from '../features/seller/seller.ts';
import { BadInput } from '../platform/input-shape.ts';
import { ConfigError } from './config-error.ts';
import { repositoryFolder } from './package-folder.ts';

/**
 * Who sells, from the file that SELLER_FILE names; the demo's company without one, which no server in production starts with.
 * @throws {ConfigError} naming the key that is wrong, and no value.
 */
export function sellerSetting(env: NodeJS.ProcessEnv, production: boolean): Seller {
  if (env.SELLER_FILE === undefined) return DEMO_SELLER;
  const seller = readSeller(resolve(repositoryFolder(), env.SELLER_FILE));
  const invented = production ? findInvented(seller) : null;
  if (invented !== null)
    throw new ConfigError(`SELLER_FILE: ${invented} is still that of the demo's invented company.`);
  return seller;
}

function readSeller(file: string): Seller {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new ConfigError(`SELLER_FILE is no file that can be read (${(error as { code?: string }).code}).`);
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes the file.
    const [place] = /line \d+ column \d+/.exec((error as Error).message) ?? [];
    throw new ConfigError(`SELLER_FILE is no JSON${place ? ` from ${place} on` : ''}.`);
  }
  try {
    return parseSeller(content);
  } catch (error) {
    if (error instanceof BadInput) throw new ConfigError(`SELLER_FILE: ${error.message.replace(/^: /, '')}`);
    throw error;
  }
}
