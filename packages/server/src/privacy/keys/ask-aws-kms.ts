import { AwsV4Signer } from 'aws4fetch';
import { callRemoteKeys } from './call-remote-keys.ts';
import { checkOption, HEADER_VALUE, KEY_PREFIX, keyServiceAddress } from './key-service-options.ts';

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
  /** Milliseconds for each try; 5,000 unless said otherwise. */
  readonly timeoutMs?: number;
  /** The agreement under which Amazon is a processor (D13); the composition root checks that it is in force. */
  readonly agreementKey: string;
}

/** Its name in errors. */
export const KMS = 'AWS KMS';
const BUSY = new Set([
  'ThrottlingException',
  'KMSInternalException',
  'DependencyTimeoutException',
  'KeyUnavailableException',
]);

/** An answer of KMS; an error is named by its type alone, since its message may quote what was asked. */
type KmsAnswer =
  | { readonly error: null; readonly body: Readonly<Record<string, unknown>> }
  | { readonly error: string };

/** Asks KMS for an operation; throws KEY_PROVIDER if it cannot be asked. */
export type AskKms = (operation: string, input: Readonly<Record<string, unknown>>) => Promise<KmsAnswer>;

/** Sends signed requests in the JSON 1.1 protocol of KMS. Throws KEY_PROVIDER if an option is malformed. */
export function askAwsKms(options: AwsKmsOptions): AskKms {
  const { region, accessKeyId, secretAccessKey, sessionToken, timeoutMs } = options;
  checkOption(KMS, 'region', region, /^[a-z]{2}(-[a-z]+)+-\d+$/);
  checkOption(KMS, 'keyPrefix', options.keyPrefix, KEY_PREFIX);
  checkOption(KMS, 'accessKeyId', accessKeyId, HEADER_VALUE);
  checkOption(KMS, 'secretAccessKey', secretAccessKey, HEADER_VALUE);
  if (sessionToken !== undefined) checkOption(KMS, 'sessionToken', sessionToken, HEADER_VALUE);
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = keyServiceAddress(KMS, options.endpoint ?? `https://kms.${region}.${domain}`).href;
  return async (operation, input) => {
    const { status, body } = await callRemoteKeys({
      service: KMS,
      timeoutMs,
      prepare: async () => {
        const signer = new AwsV4Signer({
          method: 'POST',
          url,
          headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `TrentService.${operation}` },
          body: JSON.stringify(input),
          accessKeyId,
          secretAccessKey,
          sessionToken,
          service: 'kms',
          region,
          // The content type, too, which the library leaves unsigned by itself.
          allHeaders: true,
        });
        const { url: signedUrl, ...init } = await signer.sign();
        return { url: signedUrl, init };
      },
      isBusy: (answer) => BUSY.has(errorType(answer.body)),
    });
    return status === 200 ? { error: null, body } : { error: errorType(body) || `status ${status}` };
  };
}

/** The bare name: it may come with a namespace, `com.amazonaws.kms#NotFoundException`. */
function errorType(body: Readonly<Record<string, unknown>>): string {
  const type = typeof body.__type === 'string' ? body.__type.slice(body.__type.indexOf('#') + 1) : '';
  return /^\w{1,80}$/.test(type) ? type : '';
}
