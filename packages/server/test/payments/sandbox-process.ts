import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What shop and institution agree on in these tests. */
export const AGREED = {
  apiKey: 'aa'.repeat(32),
  webhookSecret: 'bb'.repeat(32),
  publicUrl: 'http://localhost:4000',
};

/** The sandbox institution, another company's process. */
export interface SandboxProcess {
  readonly url: string;
  readonly pid: number;
  close(): Promise<void>;
}

/** Entry of the sandbox institution. */
export const SANDBOX_ENTRY = join(import.meta.dirname, '../../src/sandbox-institution/main.ts');

/** What the sandbox institution is told by its environment. */
export function sandboxEnvironment(webhookUrl: string, dataFile = ':memory:', port = 0): Record<string, string> {
  return {
    SANDBOX_PORT: String(port),
    SANDBOX_DATA: dataFile,
    SANDBOX_API_KEY: AGREED.apiKey,
    SANDBOX_WEBHOOK_SECRET: AGREED.webhookSecret,
    SANDBOX_WEBHOOK_URL: webhookUrl,
    SANDBOX_RETURN_ORIGINS: AGREED.publicUrl,
    SANDBOX_LATE_WEBHOOK_SECONDS: '1',
  };
}

/** Starts it; it dies with the test. */
export async function startSandbox(webhookUrl: string, dataFile?: string, port?: number): Promise<SandboxProcess> {
  const child = spawn(process.execPath, [SANDBOX_ENTRY], {
    env: { PATH: process.env.PATH ?? '', ...sandboxEnvironment(webhookUrl, dataFile, port) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { url } = JSON.parse(line.toString()) as { url: string };
  return {
    url,
    pid: child.pid ?? 0,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Cards of the sandbox. */
export const CARDS = { good: '4242424242424242', declined: '4000000000000002', refundFails: '4000000000005126' };

/** Pays as a script does; answers the HTTP status. */
export async function payAt(paymentUrl: string, cardNumber = CARDS.good): Promise<number> {
  const page = new URL(paymentUrl);
  const sessionId = page.pathname.split('/').at(-1);
  const response = await fetch(`${page.origin}/v1/sessions/${sessionId}/pay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ cardNumber, expiry: '12/40', cvc: '123' }),
  });
  await response.arrayBuffer();
  return response.status;
}
