import Database from 'better-sqlite3';
import { Client } from 'pg';

let copies = 0;

/** Copies a database that nobody is connected to, as a backup would; answers the address of the copy, which lies beside it. */
export async function copyDatabase(url: string): Promise<string> {
  const copy = `${url.replace(/\.db$/, '')}_copy${++copies}${url.startsWith('sqlite:') ? '.db' : ''}`;
  if (url.startsWith('sqlite:')) {
    const database = new Database(url.slice('sqlite:'.length));
    database.prepare('vacuum into ?').run(copy.slice('sqlite:'.length));
    database.close();
    return copy;
  }
  const [name, copyName] = [url, copy].map((address) => new URL(address).pathname.slice(1));
  const server = new URL(url);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  try {
    await client.query(`create database ${copyName} template ${name}`);
  } finally {
    await client.end();
  }
  return copy;
}
