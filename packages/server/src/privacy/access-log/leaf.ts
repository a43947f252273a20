import { createHash } from 'node:crypto';

/*
 * A leaf of the access log, as RFC 6962 has it: leaf hash = SHA-256(0x00 || data). The data is a byte 0x01 (version of this encoding)
 * and then these fields in this order, each as its length (4 bytes, big endian) and its bytes; a missing one has the length 0xFFFFFFFF and no
 * bytes. Texts are UTF-8, numbers are written in decimal.
 *
 *    1 salt (16 random bytes)     6 viewer id      11 pseudonym
 *    2 sequence                   7 role           12 number of coordinates
 *    3 id (UUID as text)          8 purpose        13 each coordinate, in its order
 *    4 at (ISO 8601, ms, UTC)     9 reason         14 subject sequence
 *    5 viewer kind               10 case id        15 previous leaf hash of the subject (32 bytes)
 */

/** What a leaf commits to. */
export interface LeafContent {
  readonly sequence: number;
  readonly id: string;
  /** ISO 8601, milliseconds, UTC. */
  readonly at: string;
  readonly viewerKind: string;
  readonly viewerId: string | null;
  readonly role: string | null;
  readonly purpose: string;
  readonly reason: string;
  readonly caseId: string | null;
  readonly pseudonym: string;
  readonly coordinates: readonly string[];
  readonly subjectSequence: number;
  readonly previousLeaf: Buffer | null;
}

const MISSING = 0xffffffff;

/** The leaf hash of an entry (D8). */
export function leafHash(content: LeafContent, salt: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from([0x00, 0x01])];
  const add = (field: string | number | Buffer | null) => {
    const bytes = field === null ? null : Buffer.isBuffer(field) ? field : Buffer.from(String(field), 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes?.length ?? MISSING);
    parts.push(length);
    if (bytes) parts.push(bytes);
  };
  add(salt);
  add(content.sequence);
  add(content.id);
  add(content.at);
  add(content.viewerKind);
  add(content.viewerId);
  add(content.role);
  add(content.purpose);
  add(content.reason);
  add(content.caseId);
  add(content.pseudonym);
  add(content.coordinates.length);
  for (const coordinate of content.coordinates) add(coordinate);
  add(content.subjectSequence);
  add(content.previousLeaf);
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
