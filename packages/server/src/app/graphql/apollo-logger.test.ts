import { Writable } from 'node:stream';
import { buildSchema } from 'graphql';
import { afterEach, expect, it, vi } from 'vitest';
import { createLogger } from '../../platform/logger/logger.ts';
import type { RequestContext } from '../context.ts';
import { createApollo } from './create-apollo.ts';

afterEach(() => vi.restoreAllMocks());

it('writes what Apollo Server has to say into the log, and not the words of the error that it quotes', async () => {
  const canary = 'testa.mustermann@example.com';
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const console = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  // Documents that cannot be read, for a reason that names somebody.
  const broken = new Map<string, string>();
  broken.get = () => {
    throw new Error(`no row for ${canary}`);
  };
  const apollo = createApollo(buildSchema('type Query { a: Int }'), broken, createLogger('debug', sink));
  await apollo.start();
  const asked = apollo.executeOperation(
    { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } },
    // It is never reached: the request fails before anything of it is executed.
    { contextValue: {} as RequestContext },
  );
  await asked.catch(() => undefined);
  await apollo.stop();
  expect(lines.join('')).toContain('Apollo Server: Unexpected error processing request');
  expect(lines.join('')).not.toContain(canary);
  for (const stream of console) expect(stream.mock.calls.join()).not.toContain(canary);
});
