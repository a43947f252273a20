import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What an authenticator is told; what it may be made to do wrong. */
export interface Ceremony {
  readonly challenge: string;
  /** Where the browser is. */
  readonly origin: string;
  readonly rpId: string;
  /** Whether its owner has shown a finger or a PIN; they have, unless it is said. */
  readonly verified?: boolean;
  /** Whether the browser calls it making or using a passkey; as it is, unless it is said. */
  readonly type?: string;
}

/** An answer to `create`, as AddPasskeyInput.attestation takes it. */
export interface Attestation {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
}

/** An answer to `get`, as SignInByPasskeyInput.assertion takes it. */
export interface Assertion {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
  readonly userHandle: string;
}

/** A security key made of software, with one discoverable passkey (ES256) and real signatures; it counts them. */
export interface SoftwareAuthenticator {
  create(ceremony: Ceremony & { readonly userHandle: string }): Attestation;
  get(ceremony: Ceremony): Assertion;
  /** What it counts; a copy can be set back. */
  counter: number;
  /** Under what it keeps the account. */
  userHandle: string;
  readonly id: string;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const CREDENTIAL_INCLUDED = 0x40;

/** An authenticator without a passkey yet. */
export function softwareAuthenticator(): SoftwareAuthenticator {
  const credentialId = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const self: SoftwareAuthenticator = {
    counter: 0,
    userHandle: '',
    id: credentialId.toString('base64url'),
    create: ({ userHandle, ...ceremony }) => {
      self.userHandle = userHandle;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const data = Buffer.concat([
        authenticatorData(ceremony, self.counter, CREDENTIAL_INCLUDED),
        // No maker's mark: an attestation of the format none has zeros.
        Buffer.alloc(16),
        length,
        credentialId,
        coseKey(publicKey),
      ]);
      const head = Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex');
      const attestationObject = Buffer.concat([head, Buffer.from([0x58, data.length]), data]);
      return {
        id: self.id,
        clientDataJSON: clientData(ceremony, 'webauthn.create').toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
      };
    },
    get: (ceremony) => {
      self.counter += 1;
      const data = authenticatorData(ceremony, self.counter, 0);
      const client = clientData(ceremony, 'webauthn.get');
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id: self.id,
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        userHandle: self.userHandle,
      };
    },
  };
  return self;
}

function clientData({ challenge, origin, type }: Ceremony, usual: string): Buffer {
  return Buffer.from(JSON.stringify({ type: type ?? usual, challenge, origin, crossOrigin: false }));
}

function authenticatorData({ rpId, verified = true }: Ceremony, counter: number, more: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(USER_PRESENT | (verified ? USER_VERIFIED : 0) | more);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), tail]);
}

/** A public key as COSE has it: {1: 2, 3: -7, -1: 1, -2: x, -3: y}, in CBOR. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const parts = ['a5010203262001215820', Buffer.from(x, 'base64url'), '225820', Buffer.from(y, 'base64url')];
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'hex') : part)));
}
