import { setTimeout as pause } from 'node:timers/promises';
import { PrivacyError } from '../privacy-error.ts';

/** What a key service answered, below status 500. */
export interface KeyServiceAnswer {
  readonly status: number;
  /** The JSON object of the answer; empty if it held none. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A call of a remote key service. */
interface KeyServiceCall {
  /** Stands in errors, with nothing else of the call. */
  readonly service: string;
  /** Milliseconds for each try; 5,000 unless said otherwise. */
  readonly timeoutMs?: number;
  /** Makes the request of one try; signatures and their dates are made anew. */
  prepare(): Promise<{ url: URL; init: RequestInit }>;
  /** Whether an answer that is neither 429 nor 5xx asks for another try, too. */
  isBusy?(answer: KeyServiceAnswer): boolean;
}

const TRIES = 3;
const TIMEOUT_MS = 5_000;
const PAUSE_MS = 100;

/**
 * Calls a key service, up to three times if it is busy, broken or cannot be reached; a try that takes too long is the last one.
 * Throws KEY_PROVIDER. The error has no cause: those of `fetch` may quote a header, and with it the token.
 */
export async function callRemoteKeys(call: KeyServiceCall): Promise<KeyServiceAnswer> {
  for (let tries = 1; ; tries += 1) {
    const result = await tryOnce(call);
    if ('status' in result) return result;
    if (result.final || tries === TRIES) throw new PrivacyError('KEY_PROVIDER', `${call.service} ${result.failure}.`);
    await pause(PAUSE_MS * 2 ** tries * Math.random());
  }
}

async function tryOnce(call: KeyServiceCall): Promise<KeyServiceAnswer | { failure: string; final: boolean }> {
  const { url, init } = await call.prepare();
  const timeoutMs = call.timeoutMs ?? TIMEOUT_MS;
  try {
    // A redirect would carry the credentials and the data key to wherever it points.
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    const answer = { status: response.status, body: jsonObject(await response.text()) };
    if (answer.status >= 300 && answer.status < 400) {
      return { failure: `redirects (status ${answer.status}): configure the address that answers itself`, final: true };
    }
    if (answer.status === 429 || answer.status >= 500 || call.isBusy?.(answer)) {
      return { failure: `is not available (status ${answer.status})`, final: false };
    }
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return { failure: `did not answer within ${timeoutMs} ms`, final: true };
    }
    return { failure: `cannot be reached (${networkCode(error)})`, final: false };
  }
}

function jsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Such as ECONNREFUSED or CERT_HAS_EXPIRED. */
function networkCode(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  const code: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'unknown reason';
}
