import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SANDBOX_ENTRY, sandboxEnvironment } from '../../../../test/payments/sandbox-process.ts';
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
