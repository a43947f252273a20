import { parse as parseUuid } from 'uuid';
import { sealedField } from './field-registry.ts';
import type { SealBinding } from './sealed.ts';

/*
 * Layout of a sealed value, format 1 (numbers are big endian):
 *
 *   offset  bytes  what
 *        0      1  format, 0x01: AES-256-GCM, plaintext padded to a bucket
 *        1     16  id of the data key (UUID)
 *       17      4  version of the value's shape
 *       21     12  nonce, random
 *       33      n  ciphertext of the padded plaintext (n is one of the bucket sizes)
 *     33+n     16  tag
 *
 * Associated data (D21), never stored, 57 bytes:
 *
 *        0     21  the first 21 bytes of the sealed value: format, key id, version
 *       21      4  permanent id of the field
 *       25     16  id of the row (UUID)
 *       41     16  id of the subject (UUID)
 *
 * So a ciphertext opens in its own row, for its own subject, in its own field and nowhere else, and a renamed column changes nothing.
 */

/** The one format there is. */
const SEAL_FORMAT = 0x01;
/** Offsets into a sealed value. */
export const SEAL_LAYOUT = { keyId: 1, version: 17, nonce: 21, ciphertext: 33, tagLength: 16 } as const;

/** The bytes before the nonce. */
export function sealHeader(keyId: string, version: number): Buffer {
  const header = Buffer.alloc(SEAL_LAYOUT.nonce);
  header[0] = SEAL_FORMAT;
  header.set(parseUuid(keyId), SEAL_LAYOUT.keyId);
  header.writeUInt32BE(version, SEAL_LAYOUT.version);
  return header;
}

/** Whether a value says that it is sealed in this format under this data key. */
export function isSealedUnder(keyId: string, bytes: Buffer): boolean {
  const { keyId: start, version: end, ciphertext, tagLength } = SEAL_LAYOUT;
  if (bytes.length < ciphertext + tagLength || bytes[0] !== SEAL_FORMAT) return false;
  return bytes.subarray(start, end).equals(parseUuid(keyId));
}

/** What the cipher authenticates beside the plaintext (D21). */
export function associatedData(header: Buffer, binding: SealBinding): Buffer {
  const data = Buffer.alloc(SEAL_LAYOUT.nonce + 4 + 16 + 16);
  data.set(header.subarray(0, SEAL_LAYOUT.nonce), 0);
  data.writeUInt32BE(sealedField(binding.field).id, SEAL_LAYOUT.nonce);
  data.set(parseUuid(binding.rowId), SEAL_LAYOUT.nonce + 4);
  data.set(parseUuid(binding.subjectId), SEAL_LAYOUT.nonce + 20);
  return data;
}
