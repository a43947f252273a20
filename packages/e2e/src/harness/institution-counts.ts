import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunningShop } from './start-shop.ts';

/** What the payment institution counted of the requests that it got. */
export interface InstitutionCounts {
  readonly requests: number;
  readonly requestsWithCookie: number;
  readonly requestsWithReferer: number;
}

/** Asks the sandbox institution what it got to see, with the shop's own key. */
export async function institutionCounts({ institutionUrl, dataDir }: RunningShop): Promise<InstitutionCounts> {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as { institutionApiKey: string };
  const answer = await fetch(`${institutionUrl}/v1/diagnostics`, {
    headers: { authorization: `Bearer ${secrets.institutionApiKey}` },
  });
  return (await answer.json()) as InstitutionCounts;
}
