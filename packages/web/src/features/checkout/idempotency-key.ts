/**
 * Keys for sending an order: the same input gets the same key, however often it is sent, so that a double click or a
 * retry over a lost connection places one order; changed input gets another, since the server refuses a key that it
 * knows with other input.
 */
export function idempotencyKeys(createKey: () => string = randomKey): (input: unknown) => string {
  let last: { readonly input: string; readonly key: string } | undefined;
  return (input) => {
    const text = JSON.stringify(input);
    if (last?.input !== text) last = { input: text, key: createKey() };
    return last.key;
  };
}

/** 128 random bits; unlike `randomUUID` it is also there where the site is not served over TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
