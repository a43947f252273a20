import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from './config-error.ts';

/**
 * Refuses a database of keys that holds other data too: whoever has its dump has both what is sealed and what opens it (D3).
 * @throws {ConfigError}
 */
export function refuseSharedKeys({ mainUrl, keysUrl, logUrl }: Record<'mainUrl' | 'keysUrl' | 'logUrl', string>): void {
  const keys = placeOf(keysUrl);
  if (keys === placeOf(mainUrl)) {
    throw new ConfigError(
      'KEYS_DATABASE_URL names the database of DATABASE_URL: keys need one of their own, so that a dump of the other opens nothing.',
    );
  }
  if (keys === placeOf(logUrl)) {
    throw new ConfigError('KEYS_DATABASE_URL names the database of LOG_DATABASE_URL: keys need one of their own.');
  }
}

/** Names the same database in the same words, whoever the user is and whatever else is set. */
function placeOf(storeUrl: string): string {
  if (storeUrl.startsWith('sqlite:')) return realPath(resolve(storeUrl.slice('sqlite:'.length)));
  const url = new URL(storeUrl);
  // The driver takes them from the query too.
  const host = (url.searchParams.get('host') ?? url.hostname).replace(
    /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|::1)?$/i,
    '',
  );
  const port = url.searchParams.get('port') ?? url.port;
  return `${host.toLowerCase()}:${port || '5432'}/${decodeURIComponent(url.pathname.slice(1))}`;
}

/** A file may be reached by several paths; one that is not there yet has none but its own. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
