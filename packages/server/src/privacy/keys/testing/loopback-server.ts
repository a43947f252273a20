import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An answer to send, its body as JSON. */
export interface WireAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `lose` does the work and then breaks the connection; `silent` never answers. */
type Fault = { readonly on: RegExp } & ({ readonly answer: WireAnswer } | { readonly how: 'lose' | 'silent' });

/** An HTTP service on a port of its own of 127.0.0.1, which can be told to misbehave. */
export interface LoopbackServer extends AsyncDisposable {
  readonly address: string;
  readonly requests: WireRequest[];
  /** The next request whose method, path or `X-Amz-Target` matches fares so; in the order given. */
  fail(fault: Fault): void;
}

/** Starts a service that answers in JSON. */
export async function startLoopbackServer(handle: (request: WireRequest) => WireAnswer): Promise<LoopbackServer> {
  const requests: WireRequest[] = [];
  const faults: Fault[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
      requests.push(request);
      const line = `${method} ${url} ${String(headers['x-amz-target'] ?? '')}`;
      const index = faults.findIndex(({ on }) => on.test(line));
      const [fault] = index < 0 ? [] : faults.splice(index, 1);
      if (fault && 'how' in fault && fault.how === 'silent') return;
      const answer = fault && 'answer' in fault ? fault.answer : handle(request);
      if (fault && 'how' in fault) {
        incoming.socket.destroy();
        return;
      }
      outgoing.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      outgoing.end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    fail: (fault) => void faults.push(fault),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What a text field of a request holds; empty if it is none. */
export function textField(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
