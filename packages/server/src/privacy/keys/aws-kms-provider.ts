import { PrivacyError } from '../privacy-error.ts';
import type { KeyProvider } from './key-provider.ts';

/** Where the KMS is and who calls it. */
export interface AwsKmsOptions {
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials. */
  readonly sessionToken?: string;
  /** The epochs' aliases are `alias/<prefix>-epoch-<n>`. */
  readonly keyPrefix: string;
  /** Instead of `https://kms.<region>.amazonaws.com`. */
  readonly endpoint?: string;
  /** The agreement under which Amazon processes the key identifiers (D13); the composition root checks it. */
  readonly agreementKey: string;
}

/** Keeps the key-encryption keys in AWS KMS, one KMS key per epoch, found by alias. */
export function awsKmsProvider(options: AwsKmsOptions): KeyProvider {
  throw new PrivacyError('KEY_PROVIDER', `AWS KMS in ${options.region} cannot be used yet`);
}
