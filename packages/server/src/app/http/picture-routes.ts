import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { CatalogueSnapshot } from '../../features/catalog/catalogue-snapshot.ts';
import { groupDrawingFor } from '../../features/catalog/group-pictures.ts';
import { drawingFor, readPicturePath } from '../../features/catalog/product-pictures.ts';
import { draw } from '../../features/catalog/rendering/drawing.ts';
import type { PictureFiles } from '../../features/catalog/rendering/picture-files.ts';
import type { PictureRenderer } from '../../features/catalog/rendering/picture-renderer.ts';
import { MIME_TYPES, madeWith, type Rendition } from '../../features/catalog/rendering/rendition.ts';

/** What pictures are served from. */
export interface PictureSource {
  readonly catalogue: CatalogueSnapshot;
  readonly files: PictureFiles;
  readonly renderer: PictureRenderer;
}

/** How long whoever asks for a PNG waits for it: such a program may not know SVG. */
const LONGEST_WAIT_MS = 10_000;

const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * The pictures of the catalogue. A rendition that is not there yet is asked for, and the drawing answered in its stead: it shows the
 * same, at any size, and is not to be kept. So addresses depend on the catalogue alone, and a page need not know what is rendered.
 */
export function addPictureRoutes(http: FastifyInstance, { catalogue, files, renderer }: PictureSource): void {
  const send = (reply: FastifyReply, { format }: Rendition, bytes: Buffer) =>
    reply.type(MIME_TYPES[format]).header('cache-control', FOR_EVER).send(bytes);
  http.get('/pictures/*', async (request, reply) => {
    const asked = readPicturePath(request.url.split('?')[0] ?? '');
    if (!asked) return reply.status(404).send();
    const { hash, rendition } = asked;
    const kept = rendition && (await files.read(hash, rendition));
    if (kept) return send(reply, rendition, kept);
    const named = drawingFor(asked, (slug) => catalogue.product(slug)) ?? groupDrawingFor(asked, catalogue);
    if (!named) return reply.status(404).send();
    if (rendition) {
      const rendered = renderer.ask({ ...named, formats: madeWith(rendition.format) }, true);
      if (rendition.format === 'png') {
        await Promise.race([rendered, wait(LONGEST_WAIT_MS, undefined, { ref: false })]);
        const made = await files.read(hash, rendition);
        if (made) return send(reply, rendition, made);
      }
    }
    const svg = await draw(named.drawing);
    return reply
      .type('image/svg+xml')
      .header('cache-control', rendition ? 'no-store' : FOR_EVER)
      .send(svg);
  });
}
