import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  entryFile,
  type InstitutionProcess,
  processEnvironment,
  startInstitutionProcess,
} from './testing/institution-process.ts';
import { goodCard, merchantOf } from './testing/merchant.ts';
import { startWebhookReceiver } from './testing/webhook-receiver.ts';

let folder: string;
let started: InstitutionProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-institution-'));
  started = [];
});

afterEach(async () => {
  for (const { child, ended } of started) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true });
});

function start(overrides: Record<string, string> = {}): InstitutionProcess {
  const process = startInstitutionProcess(overrides);
  started.push(process);
  return process;
}

const dataFile = () => join(folder, 'institution.sqlite');

/** Resolves once nothing listens at the address any more. */
async function silence(url: string): Promise<void> {
  while (
    await fetch(`${url}/icon.svg`).then(
      () => true,
      () => false,
    )
  );
}

describe('the process', () => {
  it('says where it listens in one line of JSON, and nothing else', async () => {
    const institution = start({ SANDBOX_DATA: dataFile() });
    const url = await institution.ready;
    const merchant = merchantOf(url);
    await merchant.pay((await merchant.open()).id);
    institution.child.kill('SIGTERM');
    expect(await institution.ended).toEqual({ code: 0, signal: null });
    expect(institution.output()).toEqual({ stdout: `${JSON.stringify({ ready: true, url })}\n`, stderr: '' });
  });

  it('ends when its standard input closes', async () => {
    const institution = start();
    await institution.ready;
    institution.child.stdin.end();
    expect(await institution.ended).toEqual({ code: 0, signal: null });
  });

  it('ends with its parent, also when the parent is killed with -9 (D14)', async () => {
    const script = `require('node:child_process').spawn(process.execPath, [${JSON.stringify(entryFile)}], { stdio: ['pipe', 'inherit', 'inherit'] })`;
    const parent = spawn(process.execPath, ['-e', script], {
      env: processEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const { url } = JSON.parse(line.toString()) as { url: string };
    expect((await fetch(`${url}/icon.svg`)).status).toBe(200);
    parent.kill('SIGKILL');
    await silence(url);
  });

  it('says in one line that its port is taken, and ends with 98', async () => {
    const first = start();
    const port = new URL(await first.ready).port;
    const second = start({ SANDBOX_PORT: port });
    expect(await second.ended).toEqual({ code: 98, signal: null });
    expect(second.output().stderr).toBe(
      `Sandbox payment institution: port ${port} on 127.0.0.1 is taken; stop the process that holds it or set SANDBOX_PORT\n`,
    );
  });

  it.each([
    [{ NODE_ENV: 'production' }, 'does not start in production'],
    [{ SANDBOX_API_KEY: '' }, 'SANDBOX_API_KEY is not set'],
    [{ SANDBOX_WEBHOOK_SECRET: 'short' }, 'SANDBOX_WEBHOOK_SECRET is shorter than 16 characters'],
    [{ SANDBOX_WEBHOOK_URL: 'localhost' }, 'SANDBOX_WEBHOOK_URL is not an http or https address'],
    [{ SANDBOX_RETURN_ORIGINS: 'http://localhost:4000/shop' }, 'SANDBOX_RETURN_ORIGINS takes an origin only'],
    [{ SANDBOX_RETURN_ORIGINS: 'http://127.0.0.1:4000' }, 'share the host 127.0.0.1'],
    [{ SANDBOX_DATA: '/nowhere/at/all.sqlite' }, 'SANDBOX_DATA cannot be opened'],
  ])('does not start with %j and names what to change', async (overrides, message) => {
    const institution = start(overrides);
    expect((await institution.ended).code).toBe(78);
    const { stdout, stderr } = institution.output();
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('refuses a data file that another institution holds', async () => {
    await start({ SANDBOX_DATA: dataFile() }).ready;
    const second = start({ SANDBOX_DATA: dataFile() });
    expect((await second.ended).code).toBe(78);
    expect(second.output().stderr).toContain('in use by another process');
  });
});

describe('what outlives a kill -9', () => {
  it('every webhook not yet taken: the next start delivers it with the same id, in order', async () => {
    let takes = false;
    const receiver = await startWebhookReceiver(() => (takes ? 200 : 500));
    const environment = { SANDBOX_DATA: dataFile(), SANDBOX_WEBHOOK_URL: receiver.url };
    const first = start(environment);
    const merchant = merchantOf(await first.ready);
    const session = await merchant.open();
    await merchant.pay(session.id, { cardNumber: '4000000000000002' });
    await merchant.pay(session.id);
    await receiver.count(1);
    first.child.kill('SIGKILL');
    await first.ended;

    takes = true;
    const before = receiver.received.length;
    const second = start(environment);
    const again = merchantOf(await second.ready);
    await receiver.next(({ event }) => event.type === 'payment.succeeded');
    const delivered = receiver.received.slice(before);
    expect(delivered.map(({ event }) => event.type)).toEqual(['payment.declined', 'payment.succeeded']);
    expect(delivered[0]?.body).toBe(receiver.received[0]?.body);
    expect((await again.show(session.id)).state).toBe('SUCCEEDED');
    await receiver.close();
  });

  it('a session whose bank was still deciding: it is open again, and nothing was taken', async () => {
    const first = start({ SANDBOX_DATA: dataFile(), SANDBOX_AUTHORISATION_MS: '60000' });
    const merchant = merchantOf(await first.ready);
    const { id } = await merchant.open();
    const paying = merchant.pay(id).catch(() => undefined);
    while ((await merchant.show(id)).state !== 'PROCESSING');
    first.child.kill('SIGKILL');
    await Promise.all([first.ended, paying]);

    const again = merchantOf(await start({ SANDBOX_DATA: dataFile() }).ready);
    expect((await again.show(id)).state).toBe('OPEN');
    expect((await again.pay(id)).json.state).toBe('SUCCEEDED');
  });

  it('no card: neither files nor output hold its number, date or code', async () => {
    const institution = start({ SANDBOX_DATA: dataFile() });
    const merchant = merchantOf(await institution.ready);
    const { id } = await merchant.open();
    const card = { cardNumber: goodCard.cardNumber.replaceAll(' ', ''), expiry: '11/47', cvc: '738' };
    await merchant.pay(id, { ...card, cardNumber: '4111111111111111' });
    await merchant.pay(id, { ...card, cardNumber: '4000000000000002' });
    await merchant.pay(id, card);
    institution.child.kill('SIGKILL');
    await institution.ended;
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    const written = [...files, ...Object.values(institution.output())].join('\n');
    expect(written).toContain(id);
    expect(written).not.toMatch(/4242424242424242|4111111111111111|4000000000000002|11\/47|"?738"?\D{0,3}11\/?47/);
  });
});
