import type { SqlEntityManager } from '@mikro-orm/sql';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';

/** Makes an address for the receipt of an erasure, in the caller's transaction; only the hash of its token is stored (D16). */
export async function issueReceiptLink(em: SqlEntityManager, requestId: string): Promise<string> {
  const token = newToken();
  await sqlIn(em).run('insert into receipt_link (token_hash, request_id) values (?, ?)', [
    hashOfToken(token),
    requestId,
  ]);
  return token;
}
