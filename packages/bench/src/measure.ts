import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** A server under measurement. */
export interface Target {
  readonly url: string;
  readonly pid: number;
}

/** What a server answered. */
export interface Answer {
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Connections are let go before the institution closes them, after five seconds, perhaps just as the next request is under way. */
const agent = new Agent({ keepAlive: true, maxSockets: 8, timeout: 3_000 });

/** Sends a GraphQL request by POST, on a connection that stays open. @throws on any status but 200. */
export function post(target: Target, body: string, headers: Record<string, string> = {}): Promise<Answer> {
  return send(`${target.url}/graphql`, body, { 'content-type': 'application/json', ...headers });
}

/** Sends a body by POST to any address. @throws on any status but 200. */
export function send(address: string, body: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      address,
      { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
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

/**
 * Seconds of processor time that all threads of a process have used since it started. Linux counts them in nanoseconds
 * without disturbing the process; elsewhere the process is asked, which costs it a little.
 */
export async function cpuSeconds({ url, pid }: Target): Promise<number> {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(`${tasks}/${pid}/schedstat`)) return metric(url, 'process_cpu_seconds_total');
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e9;
}

/** A metric of a server, in the text format of Prometheus. */
export async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  if (!line) throw new Error(`The server has no metric ${name}.`);
  return Number(line.slice(name.length + 1));
}

/** How many requests are under way at a time. */
const AT_A_TIME = 4;

/** Does something for each item, a few at a time. */
export async function inTurns<Item>(
  items: readonly Item[],
  act: (item: Item, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const actor = async () => {
    for (let at = next++; at < items.length; at = next++) await act(items[at] as Item, at);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, actor));
}

/** Processor time of a server for each of `count` acts, in microseconds, while `work` has it do them. */
export async function cpuPerAct(target: Target, count: number, work: () => Promise<void>): Promise<number> {
  const before = await cpuSeconds(target);
  await work();
  return (((await cpuSeconds(target)) - before) / count) * 1e6;
}

/** Processor time of a server for one request, in microseconds, over all bodies. */
export function cpuPerRequest(target: Target, bodies: readonly string[]): Promise<number> {
  return cpuPerAct(target, bodies.length, () =>
    inTurns(bodies, async (body) => {
      await post(target, body);
    }),
  );
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
