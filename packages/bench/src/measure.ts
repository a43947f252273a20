import { Agent, request } from 'node:http';

/** A server under measurement. */
export interface Target {
  readonly url: string;
  readonly headers?: Record<string, string>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Sends a GraphQL request by POST and answers the body's text. @throws on any status but 200. */
export function post(
  target: Target,
  body: string,
): Promise<{ text: string; headers: Record<string, string | string[] | undefined> }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${target.url}/graphql`,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...target.headers },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (incoming.statusCode === 200) resolve({ text, headers: incoming.headers });
          else reject(new Error(`${incoming.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Seconds of processor time that the server's process has used since it started. */
export async function cpuSeconds(target: Target): Promise<number> {
  return metric(target, 'process_cpu_seconds_total');
}

/** A metric of the server in the text format of Prometheus. */
export async function metric(target: Target, name: string): Promise<number> {
  const text = await (await fetch(`${target.url}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  if (!line) throw new Error(`The server has no metric ${name}.`);
  return Number(line.slice(name.length + 1));
}

/** Processor time of the server for one request, in microseconds, over all bodies sent four at a time. */
export async function cpuPerRequest(target: Target, bodies: readonly string[]): Promise<number> {
  const before = await cpuSeconds(target);
  let next = 0;
  const sender = async () => {
    while (next < bodies.length) {
      const body = bodies[next++];
      if (body !== undefined) await post(target, body);
    }
  };
  await Promise.all([sender(), sender(), sender(), sender()]);
  return (((await cpuSeconds(target)) - before) / bodies.length) * 1e6;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
