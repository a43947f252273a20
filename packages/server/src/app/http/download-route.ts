import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { DownloadDeps } from '../../features/data-rights/download/download-deps.ts';
import { settleDownload, takeDownload } from '../../features/data-rights/download/take-download.ts';
import { writeArchive } from '../../features/data-rights/download/write-archive.ts';
import { PublicError } from '../../platform/errors.ts';
import { refusalOf, tokenIn } from './token-request.ts';

/** `POST /download` with {token}: the copy of somebody's data as a ZIP, once. Never by GET: a token is no part of an address (D16). */
export function addDownloadRoute(http: FastifyInstance, deps: DownloadDeps): void {
  http.post<{ Body: unknown }>('/download', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      const download = await takeDownload(deps.core, tokenIn(request.body));
      // Whether it arrived is known when the connection is done with it, and not before.
      reply.raw.once('close', () => {
        settleDownload(deps.core, download, reply.raw.writableFinished && reply.statusCode === 200).catch(
          (error: unknown) => request.log.error({ err: error, downloadId: download.id }, 'a download was not settled'),
        );
      });
      const pieces = writeArchive(deps, download);
      // What fails before the first bytes is answered as an error, not as half a file.
      const first = await pieces.next();
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="barrier-data-${day(download.requestedAt)}.zip"`)
        .send(Readable.from(startingWith(first, pieces)));
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      return refusalOf(reply, error);
    }
  });
}

const day = (moment: Date) => moment.toISOString().slice(0, 10);

async function* startingWith(
  first: IteratorResult<Uint8Array>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (!first.done) yield first.value;
  yield* rest;
}
