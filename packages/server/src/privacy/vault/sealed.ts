import { inspect } from 'node:util';
import type { SealedFieldName } from './field-registry.ts';

/** The place a ciphertext belongs to; part of what the cipher authenticates (D21). */
export interface SealBinding {
  readonly field: SealedFieldName;
  /** UUID of the row. */
  readonly rowId: string;
  /** UUID of the subject. */
  readonly subjectId: string;
}

declare const plaintext: unique symbol;

/**
 * A personal value as it is stored: ciphertext that prints, serialises and inspects as `[sealed]`. `vault.open(sealed, grant)` is
 * the only way to what is inside. Two are equal if their ciphertexts are.
 */
export class Sealed<T> {
  /** What is inside; exists for the compiler only. */
  declare readonly [plaintext]: T;
  readonly #bytes: Buffer;
  #binding: SealBinding | null;

  constructor(bytes: Uint8Array, binding: SealBinding | null = null) {
    this.#bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#binding = binding;
  }

  /** The ciphertext in the layout of `seal-format.ts`. Must not be written to. */
  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Where the value belongs, or null if it was loaded without its row's id or subject. */
  get binding(): SealBinding | null {
    return this.#binding;
  }

  /** States the row it was loaded from; the first statement stands, since a value that moves must fail. */
  bind(binding: SealBinding): this {
    this.#binding ??= binding;
    return this;
  }

  /** Whether both hold the same ciphertext. */
  equals(other: Sealed<unknown>): boolean {
    return this.#bytes.equals(other.#bytes);
  }

  /** It never changes: for the ORM, which copies what it compares. */
  clone(): this {
    return this;
  }

  toString(): string {
    return '[sealed]';
  }

  toJSON(): string {
    return '[sealed]';
  }

  [Symbol.toPrimitive](): string {
    return '[sealed]';
  }

  [inspect.custom](): string {
    return '[sealed]';
  }
}
