import { DATABASE_LIMITS } from './database-limits.ts';

/**
 * Makes the PostgreSQL database that a URL names unless it exists, so that a developer needs a server and nothing else.
 * In production databases and their rights are the operator's own affair.
 */
export async function ensureDatabase(url: string): Promise<void> {
  const { askInTime, PromptClient } = await import('./postgres-client.ts');
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new PromptClient({ connectionString: target.href });
  client.on('error', () => undefined);
  await client.connect();
  const { answerMs, longAnswerMs } = DATABASE_LIMITS;
  try {
    const { rowCount } = await askInTime(client, answerMs, 'select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await askInTime(client, longAnswerMs, `create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
