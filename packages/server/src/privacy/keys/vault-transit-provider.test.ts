import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type FakeVaultOptions, startFakeVault } from './testing/fake-vault-transit.ts';
import { describeKeyProvider, errorOf } from './testing/key-provider-contract.ts';
import { startLoopbackServer } from './testing/loopback-server.ts';
import { createVaultTransitProvider, type VaultTransitOptions } from './vault-transit-provider.ts';

const TOKEN = 'hvs.invented-token';
const CONTEXT = { keyId: 'key-1', subjectId: 'subject-1' };
const NAME = 'barrier-test-epoch-1';

const connect = (address: string, overrides: Partial<VaultTransitOptions> = {}) =>
  createVaultTransitProvider({ address, token: TOKEN, keyPrefix: 'barrier-test', agreementKey: 'vault', ...overrides });

const start = (options: Partial<FakeVaultOptions> = {}) => startFakeVault({ token: TOKEN, ...options });

for (const mayUpsert of [true, false]) {
  describeKeyProvider(
    `Vault transit, with a token that may ${mayUpsert ? '' : 'not '}make keys by encrypting,`,
    async () => {
      const vault = await start({ mayUpsert });
      return {
        connect: () => connect(vault.address),
        unreachable: () => connect('http://127.0.0.1:1'),
        [Symbol.asyncDispose]: () => vault[Symbol.asyncDispose](),
      };
    },
  );
}

describe('The Vault transit key provider', () => {
  it('does not bring a destroyed epoch back by wrapping under it', async () => {
    await using vault = await start();
    const provider = connect(vault.address);
    await provider.createEpoch(1);
    await provider.destroyEpoch(1);
    expect((await errorOf(provider.wrap(1, randomBytes(32), CONTEXT))).code).toBe('EPOCH_GONE');
    expect([...vault.keys.keys()]).toEqual([]);
  });

  it('sends the ids as associated data, and to the mount and namespace that are configured', async () => {
    await using vault = await start({ namespace: 'shop', mount: 'team/transit' });
    const provider = connect(vault.address, { namespace: 'shop', mount: 'team/transit' });
    await provider.createEpoch(1);
    await provider.wrap(1, randomBytes(32), CONTEXT);
    const last = vault.requests.at(-1);
    const { associated_data: associated } = JSON.parse(last?.body ?? '') as { associated_data: string };
    expect(last?.url).toBe(`/v1/team/transit/encrypt/${NAME}`);
    expect(Buffer.from(associated, 'base64').toString()).toBe('barrier wrapped key 1/1/key-1/subject-1');
  });

  it('is final at once: the key is out of the Vault when it answers', async () => {
    await using vault = await start();
    const provider = connect(vault.address);
    await provider.createEpoch(1);
    const finalAt = await provider.destroyEpoch(1);
    expect(vault.keys.size).toBe(0);
    expect(finalAt.getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('takes a deletion for done whose answer was lost', async () => {
    await using vault = await start();
    const provider = connect(vault.address);
    await provider.createEpoch(1);
    vault.fail({ on: /^DELETE/, how: 'lose' });
    await provider.destroyEpoch(1);
    expect(vault.keys.size).toBe(0);
  });

  it('does not call an epoch destroyed that Vault refused to delete', async () => {
    await using vault = await start();
    const provider = connect(vault.address);
    await provider.createEpoch(1);
    vault.fail({ on: /^DELETE/, answer: { status: 403, body: { errors: ['permission denied'] } } });
    expect((await errorOf(provider.destroyEpoch(1))).code).toBe('KEY_PROVIDER');
    expect(vault.keys.has(NAME)).toBe(true);
  });

  it.each(['exportable', 'allow_plaintext_backup', 'derived'])(
    'refuses a key that was there before and is "%s"',
    async (property) => {
      await using vault = await start();
      const provider = connect(vault.address);
      await provider.createEpoch(1);
      Object.assign(vault.keys.get(NAME)?.properties ?? {}, { [property]: true });
      const error = await errorOf(provider.createEpoch(1));
      expect(error.code).toBe('KEY_PROVIDER');
      expect(error.message).toContain(property);
    },
  );

  it('refuses a Vault that ignores associated data', async () => {
    await using vault = await start({ knowsAssociatedData: false });
    const error = await errorOf(connect(vault.address).createEpoch(1));
    expect(error.code).toBe('KEY_PROVIDER');
    expect(error.message).toContain('1.13');
  });

  it.each([
    ['token', { token: 'hvs.another' }],
    ['namespace', { namespace: 'another' }],
  ])('says on a 403 for a wrong %s what to look at, and tells no secret', async (_, overrides) => {
    await using vault = await start();
    const provider = connect(vault.address, overrides);
    const calls = [
      () => provider.createEpoch(1),
      () => provider.wrap(1, randomBytes(32), CONTEXT),
      () => provider.destroyEpoch(1),
    ];
    for (const call of calls) {
      const error = await errorOf(call());
      expect(error.code).toBe('KEY_PROVIDER');
      expect(error.message).toContain('token has expired, or its policy');
      expect(inspect(error, { depth: null })).not.toMatch(/hvs|subject-1/);
    }
  });

  it.each([
    ['a wrong mount', { status: 404, body: { errors: ['no handler for route "kv/keys". route entry not found.'] } }],
    ['a proxy', { status: 404 }],
  ])('does not take the 404 of %s for a destroyed epoch', async (_, answer) => {
    await using service = await startLoopbackServer(() => answer);
    const provider = connect(service.address);
    expect((await errorOf(provider.unwrap(1, Buffer.from('vault:v1:AAAA'), CONTEXT))).code).toBe('KEY_PROVIDER');
    expect((await errorOf(provider.destroyEpoch(1))).code).toBe('KEY_PROVIDER');
  });

  it('does not follow a redirect with its token', async () => {
    await using other = await start();
    await using standby = await startLoopbackServer(() => ({
      status: 307,
      headers: { location: `${other.address}/v1/transit/keys/${NAME}` },
    }));
    const error = await errorOf(connect(standby.address).createEpoch(1));
    expect(error.message).toContain('redirects (status 307)');
    expect(other.requests).toEqual([]);
  });

  it('tries three times when the Vault is sealed', async () => {
    await using vault = await start();
    const provider = connect(vault.address);
    await provider.createEpoch(1);
    const sealed = { on: /encrypt/, answer: { status: 503, body: { errors: ['Vault is sealed'] } } };
    vault.fail(sealed);
    vault.fail(sealed);
    await provider.wrap(1, randomBytes(32), CONTEXT);
    for (let times = 0; times < 3; times += 1) vault.fail(sealed);
    expect((await errorOf(provider.wrap(1, randomBytes(32), CONTEXT))).message).toContain('status 503');
  });

  it('gives up on a Vault that does not answer in time', async () => {
    await using vault = await start();
    vault.fail({ on: /keys/, how: 'silent' });
    expect((await errorOf(connect(vault.address, { timeoutMs: 50 }).createEpoch(1))).message).toContain('50 ms');
  });

  it.each([
    ['plain HTTP to another machine', { address: 'http://vault.example.com:8200' }],
    ['plain HTTP to a name that only begins like loopback', { address: 'http://127.0.0.1.example.com' }],
    ['a token that would break the header', { token: 'hvs.invented\nx: y' }],
    ['a mount that leads elsewhere', { mount: '../sys' }],
  ])('refuses %s when it is configured', (_, overrides) => {
    expect(() => connect('https://vault.example.com', overrides)).toThrow(
      expect.objectContaining({ code: 'KEY_PROVIDER' }),
    );
    expect(() => connect('https://vault.example.com', overrides)).not.toThrow(/invented/);
  });
});
