/*
 * A padded plaintext is its length (4 bytes, big endian), its bytes, and zeros up to the next bucket: 64, 128, 256, 512, 1024,
 * 2048 or 4096 bytes, beyond that multiples of 4096. The length of a ciphertext so says little about a name or an address.
 */
const SMALLEST = 64;
const LARGEST_POWER = 4096;

/** Pads to the next bucket. */
export function pad(plain: Buffer): Buffer {
  const padded = Buffer.alloc(bucketOf(plain.length + 4));
  padded.writeUInt32BE(plain.length, 0);
  plain.copy(padded, 4);
  return padded;
}

/**
 * Takes the padding away.
 * @throws {RangeError} if the length does not fit.
 */
export function unpad(padded: Buffer): Buffer {
  const length = padded.readUInt32BE(0);
  if (length > padded.length - 4) throw new RangeError('The padding is broken.');
  return padded.subarray(4, 4 + length);
}

function bucketOf(length: number): number {
  if (length > LARGEST_POWER) return Math.ceil(length / LARGEST_POWER) * LARGEST_POWER;
  let bucket = SMALLEST;
  while (bucket < length) bucket *= 2;
  return bucket;
}
