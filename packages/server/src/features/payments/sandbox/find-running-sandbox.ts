import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

/** What the environment of an institution says of whose it is. */
export interface SandboxIdentity {
  readonly apiKey: string;
  readonly webhookSecret: string;
  readonly dataFile: string;
  /** Where it sends payers back to. */
  readonly returnOrigins: readonly string[];
}

/**
 * Who listens at a port: nobody; the institution of this data folder, up or still starting, or one that sends payers back to another
 * address; something that does not answer in time; somebody else.
 */
export type PortHolder = 'NOBODY' | 'OURS' | 'OURS_FOR_OTHERS' | 'STARTING' | 'SILENT' | 'FOREIGN';

const ANSWER_WITHIN_MS = 5_000;
const GONE = /^(?:ECONNREFUSED|ECONNRESET|EPIPE)$/;

/**
 * Finds out whether the institution of this data folder listens at a port of 127.0.0.1. It is asked to prove that it holds the key, the
 * webhooks' secret and the data file; neither of them is sent, since a stranger may be the one who is asked.
 */
export async function findRunningSandbox(port: number, identity: SandboxIdentity): Promise<PortHolder> {
  const nonce = randomBytes(32).toString('hex');
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  try {
    const { status, body } = await ask(`http://127.0.0.1:${port}/v1/identity?nonce=${nonce}`, signal);
    const { proof, returnOrigins, error } = body;
    if (status === 503 && (error as { code?: unknown } | undefined)?.code === 'starting') return 'STARTING';
    if (typeof proof !== 'string' || !Array.isArray(returnOrigins)) return 'FOREIGN';
    const origins = returnOrigins.map(String);
    if (!isProof(proof, nonce, { ...identity, returnOrigins: origins })) return 'FOREIGN';
    return identity.returnOrigins.every((origin) => origins.includes(origin)) ? 'OURS' : 'OURS_FOR_OTHERS';
  } catch (error) {
    const { code } = error as { code?: string };
    // Also in the midst of an answer, which then ends like one of somebody who is gone.
    if (signal.aborted) return 'SILENT';
    return GONE.test(code ?? '') ? 'NOBODY' : 'FOREIGN';
  }
}

/** Not by `fetch`, which would be loaded for this alone and stay in memory. */
async function ask(
  address: string,
  signal: AbortSignal,
): Promise<{ status: number | undefined; body: Record<string, unknown> }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(address, { agent: false, signal }, resolve)
      .on('error', reject)
      // Who speaks something else than HTTP from now on (101) has neither answered nor failed.
      .once('close', () => reject(new Error('closed without an answer')));
  });
  return { status: answer.statusCode, body: (await json(answer)) as Record<string, unknown> };
}

/** The institution computes the same in its own code: the two import nothing of each other. */
function isProof(given: string, nonce: string, { apiKey, webhookSecret, dataFile, returnOrigins }: SandboxIdentity) {
  const secretDigest = createHash('sha256').update(webhookSecret).digest('hex');
  const content = JSON.stringify([
    'barrier sandbox identity 1',
    nonce,
    realPath(dataFile),
    secretDigest,
    returnOrigins,
  ]);
  const expected = createHmac('sha256', apiKey).update(content).digest();
  const bytes = Buffer.from(given, 'hex');
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

/** A data folder may be reached by several paths. */
function realPath(dataFile: string): string {
  try {
    return realpathSync(dataFile);
  } catch {
    return dataFile;
  }
}
