import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { AwsV4Signer } from 'aws4fetch';
import { describe, expect, it } from 'vitest';
import type { AwsKmsOptions } from './ask-aws-kms.ts';
import { createAwsKmsProvider } from './aws-kms-provider.ts';
import { type FakeAwsKms, startFakeAwsKms } from './testing/fake-aws-kms.ts';
import { describeKeyProvider, errorOf } from './testing/key-provider-contract.ts';
import { findSignatureFault } from './testing/sigv4.ts';

const ACCOUNT = {
  region: 'eu-central-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'invented/secret+key',
  sessionToken: 'invented-session',
};
const CONTEXT = { keyId: 'key-1', subjectId: 'subject-1' };

const connect = (endpoint: string, overrides: Partial<AwsKmsOptions> = {}) =>
  createAwsKmsProvider({ ...ACCOUNT, endpoint, keyPrefix: 'barrier-test', agreementKey: 'aws-kms', ...overrides });

describeKeyProvider('AWS KMS', async () => {
  const kms = await startFakeAwsKms(ACCOUNT);
  return {
    connect: () => connect(kms.address),
    unreachable: () => connect('http://127.0.0.1:1'),
    [Symbol.asyncDispose]: () => kms[Symbol.asyncDispose](),
  };
});

/** From the AWS Signature Version 4 test suite that Amazon publishes. */
const VECTORS = [
  { name: 'get-vanilla', method: 'GET', signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    name: 'post-vanilla',
    method: 'POST',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    contentType: 'application/x-www-form-urlencoded',
    body: 'Param1=value1',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
];

describe('Signature Version 4', () => {
  const suite = {
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    region: 'us-east-1',
    service: 'service',
  };
  const date = '20150830T123600Z';

  it.each(VECTORS)(
    'signs $name as published, and the fake service checks it so',
    async ({ method, contentType, body, signature }) => {
      const headers = contentType === undefined ? {} : { 'content-type': contentType };
      const signer = new AwsV4Signer({
        ...suite,
        method,
        url: 'https://example.amazonaws.com/',
        headers,
        body,
        datetime: date,
        allHeaders: true,
      });
      const authorization = (await signer.sign()).headers.get('authorization') ?? '';
      expect(authorization.endsWith(`, Signature=${signature}`)).toBe(true);

      const wire = { host: 'example.amazonaws.com', 'x-amz-date': date, ...headers, authorization };
      const request = { method, url: '/', headers: wire, body: body ?? '' };
      const now = new Date('2015-08-30T12:38:00Z');
      expect(findSignatureFault(request, { ...suite, now })).toBeNull();
      expect(findSignatureFault({ ...request, body: 'Param1=value2' }, { ...suite, now })).toBe(
        'InvalidSignatureException',
      );
      expect(findSignatureFault(request, { ...suite, now: new Date('2015-08-30T12:45:00Z') })).toBe(
        'InvalidSignatureException',
      );
      expect(
        findSignatureFault({ ...request, headers: { ...wire, 'x-amz-target': 'added' } }, { ...suite, now }),
      ).not.toBeNull();
    },
  );
});

describe('The AWS KMS key provider', () => {
  const targets = (kms: FakeAwsKms) => kms.requests.map(({ headers }) => String(headers['x-amz-target']).split('.')[1]);

  it('names the key by alias and sends the ids as encryption context, and nothing else', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    await connect(kms.address).createEpoch(3);
    expect([...kms.aliases.keys()]).toEqual(['alias/barrier-test-epoch-3']);
    await connect(kms.address).wrap(3, randomBytes(32), CONTEXT);
    const sent = JSON.parse(kms.requests.at(-1)?.body ?? '') as Record<string, unknown>;
    expect(Object.keys(sent)).toEqual(['KeyId', 'Plaintext', 'EncryptionContext']);
    expect(sent).toMatchObject({ KeyId: 'alias/barrier-test-epoch-3', EncryptionContext: CONTEXT });
  });

  it('answers the date on which KMS deletes the key, seven days ahead, and the same date again', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    const provider = connect(kms.address);
    await provider.createEpoch(1);
    const finalAt = await provider.destroyEpoch(1);
    const [key] = kms.keys.values();
    expect(finalAt.getTime()).toBeCloseTo((key?.deletionDate ?? 0) * 1000, -1);
    expect(await connect(kms.address).destroyEpoch(1)).toEqual(finalAt);
    expect(targets(kms).filter((target) => target === 'ScheduleKeyDeletion')).toHaveLength(1);
    expect((await errorOf(provider.createEpoch(1))).code).toBe('EPOCH_GONE');
  });

  it('answers the date when another process schedules the deletion between its look and its call', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    const provider = connect(kms.address);
    await provider.createEpoch(1);
    // The work is done, the answer is lost, and the second try is refused.
    kms.fail({ on: /ScheduleKeyDeletion/, how: 'lose' });
    const finalAt = await provider.destroyEpoch(1);
    expect(finalAt.getTime()).toBeCloseTo(([...kms.keys.values()][0]?.deletionDate ?? 0) * 1000, -1);
  });

  it('takes the key of the process that was quicker, and lets its own one be deleted', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    await Promise.all([connect(kms.address).createEpoch(1), connect(kms.address).createEpoch(1)]);
    const named = kms.aliases.get('alias/barrier-test-epoch-1');
    for (const key of kms.keys.values()) expect(key.state).toBe(key.id === named ? 'Enabled' : 'PendingDeletion');
  });

  it('does not delete its own key when the answer to the naming is lost', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    kms.fail({ on: /CreateAlias/, how: 'lose' });
    await connect(kms.address).createEpoch(1);
    expect([...kms.keys.values()].map(({ state }) => state)).toEqual(['Enabled']);
  });

  it('lets a key be deleted that it may not name', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    kms.fail({ on: /CreateAlias/, answer: { status: 400, body: { __type: 'AccessDeniedException' } } });
    const error = await errorOf(connect(kms.address).createEpoch(1));
    expect(error.code).toBe('KEY_PROVIDER');
    expect(error.message).toContain('AccessDeniedException');
    expect([...kms.keys.values()].map(({ state }) => state)).toEqual(['PendingDeletion']);
  });

  it.each(['Disabled', 'Unavailable'] as const)(
    'does not call an epoch gone whose key is %s for now',
    async (state) => {
      await using kms = await startFakeAwsKms(ACCOUNT);
      const provider = connect(kms.address);
      await provider.createEpoch(1);
      const wrapped = await provider.wrap(1, randomBytes(32), CONTEXT);
      for (const key of kms.keys.values()) key.state = state;
      expect((await errorOf(provider.unwrap(1, wrapped, CONTEXT))).code).toBe('KEY_PROVIDER');
      expect((await errorOf(provider.createEpoch(1))).code).toBe('KEY_PROVIDER');
    },
  );

  it.each([
    ['status 503', { status: 503 }],
    ['status 429', { status: 429 }],
    ['throttling, which has status 400', { status: 400, body: { __type: 'com.amazonaws.kms#ThrottlingException' } }],
  ])('tries three times on %s, signing anew', async (_, answer) => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    const provider = connect(kms.address);
    await provider.createEpoch(1);
    kms.fail({ on: /Encrypt/, answer });
    kms.fail({ on: /Encrypt/, answer });
    await provider.wrap(1, randomBytes(32), CONTEXT);
    for (let times = 0; times < 3; times += 1) kms.fail({ on: /Encrypt/, answer });
    const before = kms.requests.length;
    expect((await errorOf(provider.wrap(1, randomBytes(32), CONTEXT))).code).toBe('KEY_PROVIDER');
    expect(kms.requests.length - before).toBe(3);
  });

  it('gives up on a service that does not answer in time', async () => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    kms.fail({ on: /DescribeKey/, how: 'silent' });
    const error = await errorOf(connect(kms.address, { timeoutMs: 50 }).createEpoch(1));
    expect(error.code).toBe('KEY_PROVIDER');
    expect(error.message).toContain('50 ms');
  });

  it.each([
    ['the secret key', { secretAccessKey: 'another-secret' }, 'InvalidSignatureException'],
    ['the access key', { accessKeyId: 'AKIDOTHER' }, 'UnrecognizedClientException'],
    ['the session', { sessionToken: 'another-session' }, 'UnrecognizedClientException'],
    ['the region', { region: 'us-east-1' }, 'InvalidSignatureException'],
  ])('is refused if %s is wrong, and its error tells no secret', async (_, overrides, reason) => {
    await using kms = await startFakeAwsKms(ACCOUNT);
    const error = await errorOf(connect(kms.address, overrides).wrap(1, randomBytes(32), CONTEXT));
    expect(error.code).toBe('KEY_PROVIDER');
    expect(error.message).toContain(reason);
    const shown = inspect(error, { depth: null });
    for (const secret of ['another-secret', 'AKID', 'session', 'subject-1', 'Words that'])
      expect(shown).not.toContain(secret);
  });

  it.each([
    ['plain HTTP to another machine', { endpoint: 'http://kms.example.com' }],
    ['an address that is none', { endpoint: 'kms.example.com' }],
    ['a region that would lead elsewhere', { region: 'eu-west-1.example.com/' }],
    ['a session that would break the header', { sessionToken: 'invented\r\nx: y' }],
    ['a prefix that is no alias', { keyPrefix: 'aws/s3' }],
  ])('refuses %s when it is configured', (_, overrides) => {
    expect(() => connect('https://kms.example.com', overrides)).toThrow(
      expect.objectContaining({ code: 'KEY_PROVIDER' }),
    );
    expect(() => connect('https://kms.example.com', overrides)).not.toThrow(/invented/);
  });
});
