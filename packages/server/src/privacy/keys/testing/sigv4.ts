import { createHash, createHmac } from 'node:crypto';
import type { WireRequest } from './loopback-server.ts';

/** Whose signature is expected, and for what. */
interface SigV4Expectation {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly service: string;
  /** Moment of the check: requests are valid for five minutes. */
  readonly now: Date;
}

const VALID_MS = 5 * 60_000;

/**
 * Checks a request's AWS Signature Version 4 as the service does, written from its specification and not with the client's
 * library; answers what is wrong, or null. Queries and paths that need encoding are not covered: KMS has none.
 */
export function findSignatureFault(request: WireRequest, expected: SigV4Expectation): string | null {
  const given =
    /^AWS4-HMAC-SHA256 Credential=(.+?)\/(\d{8}\/.+?), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    );
  if (!given) return 'MissingAuthenticationTokenException';
  const [, accessKeyId, scope, signedHeaders = '', signature] = given;
  const date = header(request, 'x-amz-date');
  const names = signedHeaders.split(';');
  const mustBeSigned = Object.keys(request.headers).filter((name) => /^(host|content-type|x-amz-.*)$/.test(name));
  if (accessKeyId !== expected.accessKeyId) return 'UnrecognizedClientException';
  if (scope !== `${date.slice(0, 8)}/${expected.region}/${expected.service}/aws4_request`)
    return 'InvalidSignatureException';
  if (mustBeSigned.some((name) => !names.includes(name))) return 'InvalidSignatureException';
  if (Math.abs(expected.now.getTime() - parseAmzDate(date)) > VALID_MS) return 'InvalidSignatureException';
  const canonical = [
    request.method,
    request.url,
    '',
    ...names.map((name) => `${name}:${header(request, name).trim().replace(/ +/g, ' ')}`),
    '',
    signedHeaders,
    sha256(request.body),
  ].join('\n');
  const key = [date.slice(0, 8), expected.region, expected.service, 'aws4_request'].reduce(
    (secret: string | Buffer, part) => createHmac('sha256', secret).update(part).digest(),
    `AWS4${expected.secretAccessKey}`,
  );
  const toSign = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const right = createHmac('sha256', key).update(toSign).digest('hex');
  return right === signature ? null : 'InvalidSignatureException';
}

function header(request: WireRequest, name: string): string {
  return String(request.headers[name] ?? '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** `20150830T123600Z` in milliseconds. */
function parseAmzDate(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}
