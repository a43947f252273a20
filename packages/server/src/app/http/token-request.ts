import type { FastifyReply } from 'fastify';
import { PublicError, type PublicErrorCode } from '../../platform/errors.ts';

const STATUS: Readonly<Record<PublicErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
};

/** The token in the body of a request that carries a right (D16). @throws {PublicError} if the body names no token. */
export function tokenIn(body: unknown): string {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : null;
  if (typeof token !== 'string') throw new PublicError('BAD_USER_INPUT', 'A JSON object with a token is wanted.');
  return token;
}

/** Answers a public error as the graph would. */
export function refusalOf(reply: FastifyReply, { code, message }: PublicError): FastifyReply {
  return reply.status(STATUS[code]).send({ errors: [{ message, extensions: { code } }] });
}
