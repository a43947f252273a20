/** The algorithms that are understood, the best first (COSE): Ed25519, ECDSA on P-256, RSA for older Windows. */
export const PASSKEY_ALGORITHMS = [-8, -7, -257] as const;

/** To whom a passkey is bound: the shop as it is reached from outside, and no other name of it. */
export interface RelyingParty {
  /** The host, which browsers compare with the page's. */
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

/** The shop as a relying party. @param publicUrl where it is reached from outside, as links in mails have it. */
export function relyingParty({ publicUrl }: { readonly publicUrl: string }): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin, name: 'Barrier' };
}
