import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A seller as an operator would write one down; invented, and not the demo's. */
export const OTHER_SELLER = {
  name: 'Testhaus Handels OG',
  addressLines: ['Beispielgasse 7/3', '1234 Beispielstadt'],
  country: 'AT',
  representatives: ['Testina Beispiel', 'Probus Muster'],
  register: 'Firmenbuch Beispielstadt, FN 000000t',
  vatId: 'ATU00000000',
  vatIdIn: { GB: 'GB111111111' },
  email: { service: 'hallo@testhaus.example', safety: 'melden@testhaus.example' },
  phone: '+43 1 0000000',
  timeZone: 'Europe/Vienna',
};

/** Writes a seller file and answers its path; `changes` are laid over the seller above. */
export function writeSellerFile(changes: Readonly<Record<string, unknown>> = {}): string {
  const file = join(mkdtempSync(join(tmpdir(), 'barrier-seller-')), 'seller.json');
  writeFileSync(file, JSON.stringify({ ...OTHER_SELLER, ...changes }));
  return file;
}
