import type { IncomingMessage } from 'node:http';
import { ApiError } from '../api-error.ts';

/** What routes see of a request. */
export type HttpRequest = {
  /** HEAD counts as GET. */
  method: string;
  /** The path's segments; empty for `/`. */
  path: string[];
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Reads the body, once. */
  readBody: () => Promise<string>;
};

const LARGEST_BODY = 16 * 1024;

/** Wraps an incoming message for the routes. */
export function toHttpRequest(message: IncomingMessage): HttpRequest {
  const [path = '', ...query] = (message.url ?? '/').split('?');
  return {
    method: message.method === 'HEAD' ? 'GET' : (message.method ?? 'GET'),
    path: path
      .split('/')
      .slice(1)
      .filter((segment, index, all) => segment !== '' || index < all.length - 1),
    query: new URLSearchParams(query.join('?')),
    headers: message.headers,
    readBody: () => readBody(message),
  };
}

/** The body as JSON; throws {@link ApiError} when it is none. */
export async function readJson(request: HttpRequest): Promise<unknown> {
  requireType(request, ['application/json']);
  return parseJson(await request.readBody());
}

/** The body's fields as text, from a form. */
export async function readForm(request: HttpRequest): Promise<URLSearchParams> {
  requireType(request, ['application/x-www-form-urlencoded']);
  return new URLSearchParams(await request.readBody());
}

/** The body's fields as text, from a form or from a JSON object of strings. */
export async function readFormOrJson(request: HttpRequest): Promise<URLSearchParams> {
  const type = requireType(request, ['application/x-www-form-urlencoded', 'application/json']);
  const body = await request.readBody();
  if (type !== 'application/json') return new URLSearchParams(body);
  const value = parseJson(body);
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new URLSearchParams(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function requireType(request: HttpRequest, types: string[]): string {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type)) throw new ApiError(415, 'unsupported_media_type', `Send ${types.join(' or ')}.`);
  return type;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, which may hold a card number.
    throw new ApiError(400, 'invalid_json', 'The body is not JSON.');
  }
}

async function readBody(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY)
      throw new ApiError(413, 'body_too_large', `The body is larger than ${LARGEST_BODY} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
