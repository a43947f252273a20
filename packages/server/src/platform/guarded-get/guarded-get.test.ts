import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GuardedGetOptions, guardedGet, type LookupAll } from './guarded-get.ts';
import { isPublicAddress } from './public-address.ts';

describe('An address of the public internet', () => {
  it.each([
    ['1.1.1.1', true],
    ['93.184.215.14', true],
    ['2606:4700:4700::1111', true],
    ['::ffff:1.1.1.1', true],
    ['0.0.0.0', false],
    ['127.0.0.1', false],
    ['127.8.9.1', false],
    ['10.0.0.1', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['169.254.169.254', false],
    ['192.0.0.192', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['240.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::127.0.0.1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:a9fe:a9fe', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['2001:0:53aa:64c:0:fbff:80ff:fffe', false],
    ['2001:db8::1', false],
    ['fc00::1', false],
    ['fd00:ec2::254', false],
    ['fe80::1', false],
    ['ff02::1', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (address, expected) => {
    expect(isPublicAddress(address)).toBe(expected);
  });
});

describe('A guarded fetch', () => {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (path.startsWith('/to/')) {
      response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end();
    } else if (path === '/huge') {
      response.writeHead(200, { 'content-length': '999999999' }).write('x');
    } else if (path === '/endless') {
      const timer = setInterval(() => response.write(Buffer.alloc(65_536)), 1);
      response.on('close', () => clearInterval(timer));
    } else if (path === '/silent') {
      response.writeHead(200).write('x');
    } else response.end('here it is');
  };
  const server = createServer(answer);
  let origin = '';
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    origin = `http://127.0.0.1:${port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Only the very server of this test may be connected to besides public addresses. */
  const mayConnect = (address: string) => address === '127.0.0.1' || isPublicAddress(address);
  const get = (address: string, options: Partial<GuardedGetOptions> = {}) =>
    guardedGet(address, { mostBytes: 1_000_000, withinMs: 10_000, mayConnect, ...options });
  const names =
    (...answers: string[][]): LookupAll =>
    (_name, _options, done) => {
      const addresses = (answers.length > 1 ? answers.shift() : answers[0]) ?? [];
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };

  it('gets what is there, after a few redirects', async () => {
    const { status, bytes } = await get(`${origin}/to/${encodeURIComponent(`/to/${encodeURIComponent('/end')}`)}`);
    expect([status, bytes.toString()]).toEqual([200, 'here it is']);
  });

  it.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://[::1]',
    'http://0x7f.1',
    'http://2130706433',
    'http://[::ffff:127.0.0.1]',
  ])('does not connect to %s of its own accord', async (start) => {
    asked.length = 0;
    await expect(guardedGet(`${start}:${port}/`, { mostBytes: 100, withinMs: 5_000 })).rejects.toThrow(
      'its host is not on the public internet',
    );
    expect(asked).toEqual([]);
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data', 'its host is not on the public internet'],
    ['http://[fd00:ec2::254]/', 'its host is not on the public internet'],
    ['//10.0.0.1/', 'its host is not on the public internet'],
    ['file:///etc/passwd', 'only http and https addresses are fetched'],
    ['http://somebody:secret@127.0.0.1/', 'an address with a password is not fetched'],
  ])('is not led by a redirect to %s', async (target, reason) => {
    await expect(get(`${origin}/to/${encodeURIComponent(target)}`)).rejects.toThrow(reason);
  });

  it('follows no endless redirects', async () => {
    const loop = `${origin}/to/${encodeURIComponent('/to/x')}`;
    server.removeAllListeners('request');
    server.on('request', (_request, response) => response.writeHead(302, { location: loop }).end());
    await expect(get(loop)).rejects.toThrow('it is redirected too often');
    server.removeAllListeners('request');
    server.on('request', answer);
  });

  it('refuses a name that leads into a private network, alone or among others', async () => {
    for (const addresses of [['10.0.0.1'], ['127.0.0.1', '192.168.0.1'], ['fe80::1'], ['::ffff:10.0.0.1']]) {
      await expect(get(`http://pictures.example:${port}/`, { lookup: names(addresses) })).rejects.toThrow(
        'its host is not on the public internet',
      );
    }
  });

  it('connects to the address that was looked at, and looks again after a redirect, where the name may lead elsewhere', async () => {
    const lookup = names(['127.0.0.1'], ['10.0.0.1']);
    const address = `http://pictures.example:${port}`;
    await expect(get(`${address}/to/${encodeURIComponent(`${address}/`)}`, { lookup })).rejects.toThrow(
      'its host is not on the public internet',
    );
    let looks = 0;
    const counted: LookupAll = (_name, _options, done) => {
      looks++;
      done(null, [{ address: looks === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    };
    expect((await get(`${address}/`, { lookup: counted })).status).toBe(200);
    expect(looks).toBe(1);
  });

  it('takes no more than it may, whatever was announced', async () => {
    await expect(get(`${origin}/huge`)).rejects.toThrow('it has more than 1 MB');
    await expect(get(`${origin}/endless`)).rejects.toThrow('it has more than 1 MB');
  });

  it('does not wait for ever', async () => {
    await expect(get(`${origin}/silent`, { withinMs: 200 })).rejects.toThrow('it took too long');
  });
});
