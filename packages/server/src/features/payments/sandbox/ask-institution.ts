import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { InstitutionError } from '../payment-institution.ts';

/** What the institution is asked. */
export interface InstitutionRequest {
  readonly method: 'GET' | 'POST';
  /** Such as `http://127.0.0.1:4001/v1/sessions`. */
  readonly address: string;
  readonly apiKey: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
  /** Longest wait for the whole answer. */
  readonly timeoutMs: number;
}

/** What it answered, if it was no error of its own. */
export interface InstitutionAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Connections stay open from one order to the next. Not `fetch`: it costs three times as much, and every order passes here. */
const agent = new Agent({ keepAlive: true });

const CLOSED = /^(?:ECONNRESET|EPIPE)$/;

/**
 * Asks the sandbox institution; follows no redirect, carries no cookie and no referer.
 * @throws {InstitutionError} INSTITUTION_UNREACHABLE
 */
export async function askInstitution(asked: InstitutionRequest): Promise<InstitutionAnswer> {
  const since = performance.now();
  try {
    return await send(asked, agent).catch((error: unknown) => {
      if (!(error instanceof ConnectionOverError)) throw error;
      return send({ ...asked, timeoutMs: Math.max(1, asked.timeoutMs - (performance.now() - since)) }, false);
    });
  } catch (cause) {
    throw new InstitutionError('INSTITUTION_UNREACHABLE', 'The payment institution gave no answer.', { cause });
  }
}

/** A connection that was kept open had been closed by the institution when it was used again: nobody has heard the question. */
class ConnectionOverError extends Error {}

function send(
  { method, address, apiKey, body, idempotencyKey, timeoutMs }: InstitutionRequest,
  through: Agent | false,
): Promise<InstitutionAnswer> {
  const sent = body ? JSON.stringify(body) : '';
  const headers = {
    authorization: `Bearer ${apiKey}`,
    accept: 'application/json',
    ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  };
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const outgoing = request(address, { method, agent: through, headers }, (answer) => {
      isAnswered = true;
      const status = answer.statusCode ?? 0;
      const understood = (status >= 200 && status < 300) || (status >= 400 && status < 500);
      if (!understood) {
        answer.resume();
        return reject(new Error(`status ${status}`));
      }
      json(answer).then((value) => {
        if (typeof value !== 'object' || value === null) return reject(new Error('no JSON object'));
        resolve({ status, body: value as InstitutionAnswer['body'] });
      }, reject);
    });
    const timer = setTimeout(() => outgoing.destroy(new Error('no answer in time')), timeoutMs);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      const isOver = outgoing.reusedSocket && !isAnswered && CLOSED.test(error.code ?? '');
      reject(isOver ? new ConnectionOverError(error.message, { cause: error }) : error);
    });
    outgoing.once('close', () => {
      clearTimeout(timer);
      // Such as 101, after which it is no HTTP any more: that is neither an answer nor an error.
      if (!isAnswered) reject(new Error('closed without an answer'));
    });
    outgoing.end(sent);
  });
}
