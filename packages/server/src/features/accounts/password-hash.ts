import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** A password as it is sealed: hashed by Argon2id (RFC 9106). Bytes are base64. */
export interface PasswordHash {
  /** In KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: string;
  readonly hash: string;
}

/** 19 MiB, two passes, one lane: the least that OWASP's Password Storage Cheat Sheet recommends; about 0.1 s here. */
const COST = { memory: 19_456, passes: 2, lanes: 1 } as const;
const BYTES = 32;

/** Hashes a password under a salt of its own. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(16).toString('base64');
  return { ...COST, salt, hash: (await hash(password, { ...COST, salt })).toString('base64') };
}

/** Whether a password is the one that was hashed, in equal time. */
export async function verifyPassword(password: string, stored: PasswordHash): Promise<boolean> {
  const expected = Buffer.from(stored.hash, 'base64');
  const entered = await hash(password, stored);
  return entered.length === expected.length && timingSafeEqual(entered, expected);
}

/** Hashes for nothing, where there is no password to compare with: the answer must not come sooner for it (D20). */
export async function hashInVain(password: string): Promise<false> {
  await hash(password, { ...COST, salt: Buffer.alloc(16).toString('base64') });
  return false;
}

function hash(password: string, { memory, passes, lanes, salt }: Omit<PasswordHash, 'hash'>): Promise<Buffer> {
  const parameters = {
    // One form, whatever the keyboard made of it (RFC 8265).
    message: password.normalize('NFC'),
    nonce: Buffer.from(salt, 'base64'),
    parallelism: lanes,
    tagLength: BYTES,
    memory,
    passes,
  };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
