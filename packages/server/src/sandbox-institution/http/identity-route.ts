import { createHash, createHmac } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { ApiError } from '../api-error.ts';
import type { SandboxConfig } from '../config.ts';
import { type HttpAnswer, jsonAnswer } from './http-answer.ts';
import type { HttpRequest } from './http-request.ts';

/**
 * Answers `GET /v1/identity?nonce=…`, by which another process of the shop finds out whether this institution is its own. It takes
 * no key: whoever asks does not know yet whether they may show it here. The proof tells nothing without the key.
 */
export function answerIdentity(
  config: Pick<SandboxConfig, 'apiKey' | 'webhookSecret' | 'dataFile' | 'returnOrigins'>,
  request: HttpRequest,
): HttpAnswer {
  const nonce = request.query.get('nonce') ?? '';
  if (!/^[0-9a-f]{64}$/.test(nonce)) {
    throw new ApiError(400, 'invalid_nonce', 'The nonce is not 64 hexadecimal digits.', 'nonce');
  }
  const { apiKey, webhookSecret, dataFile, returnOrigins } = config;
  const file = dataFile === ':memory:' ? dataFile : realpathSync(dataFile);
  const secretDigest = createHash('sha256').update(webhookSecret).digest('hex');
  const content = JSON.stringify(['barrier sandbox identity 1', nonce, file, secretDigest, returnOrigins]);
  const proof = createHmac('sha256', apiKey).update(content).digest('hex');
  return jsonAnswer(200, JSON.stringify({ proof, returnOrigins }));
}
