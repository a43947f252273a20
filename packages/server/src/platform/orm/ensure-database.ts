/**
 * Makes the PostgreSQL database that a URL names unless it exists, so that a developer needs a server and nothing else.
 * In production databases and their rights are the operator's own affair.
 */
export async function ensureDatabase(url: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  const client = new Client({ connectionString: target.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
