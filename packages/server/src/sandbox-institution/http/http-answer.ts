import type { ApiError } from '../api-error.ts';

/** An answer to a request, before the headers that all answers carry. */
export type HttpAnswer = { status: number; headers: Record<string, string>; body: string };

/** A JSON answer from text that is JSON already. */
export function jsonAnswer(status: number, body: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers }, body };
}

/** A refusal, as every refusal of the interface looks. */
export function errorAnswer(
  { status, code, message, field }: ApiError,
  headers: Record<string, string> = {},
): HttpAnswer {
  return jsonAnswer(status, JSON.stringify({ error: { code, message, field } }), headers);
}

/** Sends a browser on by GET (303). */
export function redirectAnswer(location: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status: 303, headers: { Location: location, ...headers }, body: '' };
}
