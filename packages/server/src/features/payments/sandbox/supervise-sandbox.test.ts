import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { AGREED, SANDBOX_ENTRY, sandboxEnvironment } from '../../../../test/payments/sandbox-process.ts';
import { freePort } from '../../../../test/shop/open-test-shop.ts';
import { createSandboxPaymentInstitution } from './sandbox-payment-institution.ts';
import { type SupervisedSandbox, type SupervisorOptions, superviseSandbox } from './supervise-sandbox.ts';

const running: SupervisedSandbox[] = [];
afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

const options = (overrides: Partial<SupervisorOptions> = {}): SupervisorOptions => ({
  command: [process.execPath, SANDBOX_ENTRY],
  env: sandboxEnvironment('http://127.0.0.1:9/'),
  port: 0,
  production: false,
  firstRestartMs: 20,
  ...overrides,
});

async function supervise(overrides?: Partial<SupervisorOptions>): Promise<SupervisedSandbox> {
  const sandbox = await superviseSandbox(options(overrides));
  running.push(sandbox);
  return sandbox;
}

/** Whether it answers; a request without a key is refused. */
const answers = (url: string) =>
  fetch(`${url}/v1/diagnostics`).then(
    ({ status }) => status === 401,
    () => false,
  );

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('The supervisor of the sandbox institution', () => {
  it('waits until it is ready, and stops it on close', async () => {
    const sandbox = await supervise();
    expect(await answers(sandbox.url)).toBe(true);
    await sandbox.close();
    expect(await answers(sandbox.url)).toBe(false);
  });

  it('starts it again at the same address when it dies', async () => {
    const sandbox = await supervise();
    const first = sandbox.pid() ?? 0;
    process.kill(first, 'SIGKILL');
    await until(async () => sandbox.pid() !== first && (await answers(sandbox.url)));
  });

  it('says which variable to set when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    await expect(supervise({ port })).rejects.toMatchObject({
      code: 'SANDBOX_PORT_TAKEN',
      message: `Port ${port} of the sandbox institution is taken: set SANDBOX_PORT to a free one.`,
    });
    holder.close();
  });

  it('is given the port by a process of its own data folder, and takes over at the same address when that one ends', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'barrier-sandbox-')), 'sandbox-institution.db');
    const env = sandboxEnvironment('http://127.0.0.1:9/', dataFile);
    const first = await supervise({ env });
    const port = Number(new URL(first.url).port);
    const others = [await supervise({ env, port, lookEveryMs: 20 }), await supervise({ env, port, lookEveryMs: 20 })];
    expect(others.map((other) => [other.url, other.pid()])).toEqual([
      [first.url, undefined],
      [first.url, undefined],
    ]);
    await first.close();
    const runners = () => others.filter((other) => other.pid() !== undefined);
    await until(async () => runners().length === 1 && (await answers(first.url)));
    // Whichever was not faster uses it, and would take over next.
    await runners()[0]?.close();
    await until(async () => runners().length === 2 && (await answers(first.url)));
  });

  it('is run by one of several that start it at the same time', async () => {
    const dataFile = join(mkdtempSync(join(tmpdir(), 'barrier-sandbox-')), 'sandbox-institution.db');
    const env = sandboxEnvironment('http://127.0.0.1:9/', dataFile);
    const port = await freePort();
    const all = await Promise.all(Array.from({ length: 4 }, () => supervise({ env, port })));
    expect(all.filter((one) => one.pid() !== undefined)).toHaveLength(1);
    expect(await answers(`http://127.0.0.1:${port}`)).toBe(true);
  });

  it.each([
    ['key', { SANDBOX_API_KEY: 'cc'.repeat(32) }, 'SANDBOX_PORT_TAKEN'],
    ['webhook secret', { SANDBOX_WEBHOOK_SECRET: 'cc'.repeat(32) }, 'SANDBOX_PORT_TAKEN'],
    ['data file', { SANDBOX_DATA: join(tmpdir(), 'another-sandbox.db') }, 'SANDBOX_PORT_TAKEN'],
    ['address to send payers back to', { SANDBOX_RETURN_ORIGINS: 'http://localhost:4999' }, 'SANDBOX_OTHER_ADDRESS'],
  ])('does not join an institution of another %s, and shows it no key', async (_what, other, code) => {
    const first = await supervise();
    const env = { ...options().env, ...other };
    const port = Number(new URL(first.url).port);
    await expect(supervise({ env, port })).rejects.toMatchObject({ code });
  });

  it('shows a stranger at the port nothing but a nonce', async () => {
    const heard: string[] = [];
    const stranger = createServer((request, response) => {
      heard.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
      response.end(JSON.stringify({ proof: '00'.repeat(32), returnOrigins: [AGREED.publicUrl] }));
    }).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;
    await expect(supervise({ port })).rejects.toMatchObject({ code: 'SANDBOX_PORT_TAKEN' });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^GET \/v1\/identity\?nonce=[0-9a-f]{64} /);
    expect(heard[0]).not.toContain(AGREED.apiKey);
    expect(heard[0]).not.toMatch(/authorization/i);
    stranger.close();
  });

  it.each(['its own', "another process's"])(
    'has the key shown to no stranger who takes the port after %s institution died',
    async (whose) => {
      const env = sandboxEnvironment(
        'http://127.0.0.1:9/',
        join(mkdtempSync(join(tmpdir(), 'barrier-sandbox-')), 'data.db'),
      );
      const first = await supervise({ env, firstRestartMs: 300 });
      const port = Number(new URL(first.url).port);
      const user = whose === 'its own' ? first : await supervise({ env, port, firstRestartMs: 300, lookEveryMs: 20 });
      const institution = createSandboxPaymentInstitution({ url: user.url, ...AGREED, isThere: user.isThere });
      expect(await institution.getSession('ses_unknown')).toBe('UNKNOWN');
      const heard: (string | undefined)[] = [];
      const stranger = createServer((request, response) => {
        heard.push(request.headers.authorization);
        response.end('{"state":"SUCCEEDED"}');
      });
      process.kill(first.pid() ?? 0, 'SIGKILL');
      await until(async () => !user.isThere());
      while (!stranger.listening) {
        stranger.once('error', () => undefined).listen(port, '127.0.0.1');
        await Promise.race([once(stranger, 'listening'), once(stranger, 'error')]).catch(() => undefined);
      }
      await expect(institution.getSession('ses_unknown')).rejects.toMatchObject({ code: 'INSTITUTION_UNREACHABLE' });
      // It is looked at again meanwhile, and found to be a stranger.
      await until(async () => heard.length > 1);
      await expect(institution.getSession('ses_unknown')).rejects.toMatchObject({ code: 'INSTITUTION_UNREACHABLE' });
      expect(heard.filter((key) => key !== undefined)).toEqual([]);
      stranger.closeAllConnections();
      await new Promise((resolve) => stranger.close(resolve));
      await until(async () => user.isThere());
      expect(await institution.getSession('ses_unknown')).toBe('UNKNOWN');
    },
  );

  it('tells why it did not start', async () => {
    const env = { ...sandboxEnvironment('http://127.0.0.1:9/'), SANDBOX_API_KEY: 'short' };
    await expect(supervise({ env })).rejects.toThrow(/SANDBOX_API_KEY/);
    await expect(supervise({ command: ['/does/not/exist'] })).rejects.toMatchObject({ code: 'SANDBOX_NOT_READY' });
  });

  it('is refused in production', async () => {
    await expect(supervise({ production: true })).rejects.toMatchObject({ code: 'SANDBOX_REFUSED' });
  });

  it('leaves nothing running when the shop is killed', async () => {
    const shop = spawn(
      process.execPath,
      [
        '--import',
        import.meta.resolve('@oxc-node/core/register'),
        join(import.meta.dirname, '../../../../test/payments/shop-with-sandbox.ts'),
      ],
      {
        env: { PATH: process.env.PATH, ...sandboxEnvironment('http://127.0.0.1:9/') },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(shop.stdout, 'data')) as [Buffer];
    const url = line.toString().trim();
    expect(await answers(url)).toBe(true);
    shop.kill('SIGKILL');
    await until(async () => !(await answers(url)));
  });
});
