import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { BackupError } from './backup-error.ts';

/*
 * A sealed file, format 1:
 *
 *   one line of JSON: {"format":"barrier backup 1","part":"data","at":"…","salt":"64 hex"}, ended by a line feed
 *   chunks of 64 KiB of plaintext (the last one of as much as is left, or nothing), each AES-256-GCM with its tag of 16 bytes behind
 *
 * The key is derived from the shop's by the salt and the part, so it is another for each file. The nonce is the number of the chunk, and
 * whether it is the last; the head is authenticated with each. So nothing can be changed, left out, put elsewhere or cut off unseen.
 */

/** Which half of a backup a file is: they are never of the same key, and never lie together (D1). */
export type BackupPart = 'data' | 'keys';

/** What a file says of itself in clear. */
export interface SealedHead {
  readonly part: BackupPart;
  /** When the backup was begun; ISO 8601. */
  readonly at: string;
}

const FORMAT = 'barrier backup 1';
const CHUNK = 64 * 1024;
const TAG = 16;
const LONGEST_HEAD = 1_024;
const LINE_FEED = 10;

/** Seals what comes, as bytes of a file. `secret`: 64 hexadecimal digits. */
export async function* seal(source: AsyncIterable<Buffer>, secret: string, { part, at }: SealedHead) {
  const salt = randomBytes(32).toString('hex');
  const head = Buffer.from(`${JSON.stringify({ format: FORMAT, part, at, salt })}\n`, 'utf8');
  yield head;
  const cipher = chunkCipher(secret, head, part, salt);
  let number = 0;
  let waiting: Buffer = Buffer.alloc(0);
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes]);
    let at = 0;
    // The last one is never given away before it is known to be the last.
    for (; waiting.length - at > CHUNK; at += CHUNK) {
      yield cipher.seal(waiting.subarray(at, at + CHUNK), number, false);
      number += 1;
    }
    waiting = waiting.subarray(at);
  }
  yield cipher.seal(waiting, number, true);
}

/** Opens a sealed file as it is read. What it yields before its end is authentic, but not yet known to be whole. @throws {BackupError} */
export async function* open(source: AsyncIterable<Buffer>, secret: string, expected: BackupPart) {
  let waiting: Buffer = Buffer.alloc(0);
  let cipher: ReturnType<typeof chunkCipher> | null = null;
  let number = 0;
  for await (const bytes of source) {
    waiting = Buffer.concat([waiting, bytes]);
    if (!cipher) {
      const end = waiting.indexOf(LINE_FEED);
      if (end < 0 && waiting.length < LONGEST_HEAD) continue;
      const head = waiting.subarray(0, end + 1);
      const { part, salt } = readHead(head);
      if (part !== expected) throw new BackupError(`This is a backup of the ${part}, not of the ${expected}.`);
      cipher = chunkCipher(secret, head, part, salt);
      waiting = waiting.subarray(end + 1);
    }
    let at = 0;
    for (; waiting.length - at > CHUNK + TAG; at += CHUNK + TAG) {
      yield cipher.open(waiting.subarray(at, at + CHUNK + TAG), number, false);
      number += 1;
    }
    waiting = waiting.subarray(at);
  }
  if (!cipher || waiting.length < TAG) throw new BackupError('The file is cut short.');
  yield cipher.open(waiting, number, true);
}

/** What the head of a file says. @throws {BackupError} */
function readHead(head: Buffer): SealedHead & { readonly salt: string } {
  try {
    const { format, part, at, salt } = JSON.parse(head.toString('utf8')) as Record<string, unknown>;
    if (
      format === FORMAT &&
      (part === 'data' || part === 'keys') &&
      typeof at === 'string' &&
      typeof salt === 'string'
    ) {
      return { part, at, salt };
    }
  } catch {
    // The same as a head that says something else.
  }
  throw new BackupError('The file is no backup of this program.');
}

function chunkCipher(secret: string, head: Buffer, part: BackupPart, salt: string) {
  const key = Buffer.from(
    hkdfSync('sha256', Buffer.from(secret, 'hex'), Buffer.from(salt, 'hex'), `barrier backup ${part} 1`, 32),
  );
  const associated = createHash('sha256').update(head).digest();
  const nonceOf = (number: number, isLast: boolean) => {
    const nonce = Buffer.alloc(12);
    nonce.writeBigUInt64BE(BigInt(number), 3);
    nonce[11] = isLast ? 1 : 0;
    return nonce;
  };
  return {
    seal: (plain: Buffer, number: number, isLast: boolean) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(number, isLast)).setAAD(associated);
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed: Buffer, number: number, isLast: boolean) => {
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(number, isLast), { authTagLength: TAG });
      decipher.setAAD(associated).setAuthTag(sealed.subarray(sealed.length - TAG));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
      } catch (cause) {
        throw new BackupError(
          number === 0 && !isLast
            ? 'The file is damaged, or sealed under another BACKUP_KEY.'
            : 'The file is damaged, cut short, or sealed under another BACKUP_KEY.',
          { cause },
        );
      }
    },
  };
}
