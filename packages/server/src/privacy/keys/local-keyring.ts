import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { PrivacyError } from '../privacy-error.ts';
import type { KeyProvider, WrapContext } from './key-provider.ts';

/** The file: epoch number → key-encryption key, 32 bytes in base64. */
interface KeyringFile {
  readonly version: 1;
  readonly epochs: Readonly<Record<string, string>>;
}

const NONCE = 12;
const TAG = 16;

/**
 * Keeps the key-encryption keys in a file that only the server's user can read (mode 0600). A wrapped key is nonce (12 bytes),
 * ciphertext (32), tag (16), by AES-256-GCM with epoch, key id and subject id as associated data. The file is replaced
 * as a whole and synced, so that a power cut leaves the old or the new one; the bytes of the old one are overwritten.
 */
export function createLocalKeyring(file: string): KeyProvider {
  let stamp = stampOf(file);
  let epochs = readKeyring(file);
  const keyOf = (epoch: number) => {
    // Another process may have made an epoch, or destroyed one, whose key must not live on in this memory.
    const present = stampOf(file);
    if (present !== stamp) {
      epochs = readKeyring(file);
      stamp = present;
    }
    const key = epochs.get(epoch);
    if (!key)
      throw new PrivacyError(
        'EPOCH_GONE',
        `The keyring ${file} holds no epoch ${epoch}: destroyed, or another keyring's.`,
      );
    return key;
  };
  return {
    createEpoch: async (epoch) => {
      epochs = readKeyring(file);
      if (epochs.has(epoch)) return;
      epochs.set(epoch, randomBytes(32));
      writeKeyring(file, epochs);
    },
    wrap: async (epoch, dataKey, context) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', keyOf(epoch), nonce);
      cipher.setAAD(associated(epoch, context));
      return Buffer.concat([nonce, cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: async (epoch, wrapped, context) => {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(epoch), wrapped.subarray(0, NONCE));
      decipher.setAAD(associated(epoch, context));
      decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG));
      try {
        return Buffer.concat([decipher.update(wrapped.subarray(NONCE, wrapped.length - TAG)), decipher.final()]);
      } catch (cause) {
        throw new PrivacyError(
          'TAMPERED',
          `A wrapped key of epoch ${epoch} is not what was wrapped, or the keyring is another.`,
          {
            cause,
          },
        );
      }
    },
    destroyEpoch: async (epoch) => {
      epochs = readKeyring(file);
      if (epochs.delete(epoch)) writeKeyring(file, epochs);
      return new Date();
    },
    refresh: async () => {
      epochs = readKeyring(file);
    },
  };
}

function associated(epoch: number, { keyId, subjectId }: WrapContext): Buffer {
  return Buffer.from(`barrier wrapped key 1/${epoch}/${keyId}/${subjectId}`, 'utf8');
}

/** Names the file that is there now: it is replaced as a whole, never changed. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs}` : '';
}

function readKeyring(file: string): Map<number, Buffer> {
  let text = '';
  try {
    if ((statSync(file).mode & 0o077) !== 0) {
      throw new PrivacyError('KEY_PROVIDER', `Others can read the keyring ${file}: set its mode to 0600.`);
    }
    // Nothing but zeros: another process replaced the file after it was opened here, and overwrote the old one.
    for (let tries = 0; tries < 5 && (tries === 0 || text.startsWith('\0')); tries += 1)
      text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  const content = JSON.parse(text) as KeyringFile;
  if (content.version !== 1) throw new PrivacyError('KEY_PROVIDER', `The keyring ${file} is of an unknown version.`);
  return new Map(Object.entries(content.epochs).map(([epoch, key]) => [Number(epoch), Buffer.from(key, 'base64')]));
}

function writeKeyring(file: string, epochs: ReadonlyMap<number, Buffer>): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const content: KeyringFile = {
    version: 1,
    epochs: Object.fromEntries([...epochs].map(([epoch, key]) => [String(epoch), key.toString('base64')])),
  };
  const old = openIfThere(file);
  const fresh = `${file}.${process.pid}.tmp`;
  const target = openSync(fresh, 'w', 0o600);
  try {
    writeSync(target, `${JSON.stringify(content)}\n`);
    fsyncSync(target);
  } finally {
    closeSync(target);
  }
  renameSync(fresh, file);
  syncFolder(dirname(file));
  if (old !== null) overwrite(old);
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The old file has no name any more; on a disk that writes in place its keys go with this. */
function overwrite(descriptor: number): void {
  try {
    const { size } = fstatSync(descriptor);
    writeSync(descriptor, Buffer.alloc(size), 0, size, 0);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
