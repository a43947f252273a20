import type { FastifyInstance } from 'fastify';
import { unsubscribe } from '../../features/consent/unsubscribe.ts';
import { UNSUBSCRIBE_PATH, unsubscribePage } from '../../features/consent/unsubscribe-url.ts';
import type { PrivacyCore } from '../../privacy/core.ts';

/** `List-Unsubscribe=One-Click` needs no more. */
const BODY_LIMIT = 4_096;

type Query = Readonly<Record<string, string | string[] | undefined>>;

/**
 * What the header of a mail leads to (RFC 8058). POST unsubscribes, without cookie, script or sign-in, and answers alike whatever the token (D20). GET
 * changes nothing, since scanners fetch every link of a mail: it leads to the page with the button, where the token goes on in the fragment.
 */
export function addUnsubscribeRoute(http: FastifyInstance, core: PrivacyCore, publicUrl: string): void {
  http.register(async (scope) => {
    // Mail services send a form, of either kind; what it says is what the address says already.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, _body, done) =>
      done(null),
    );
    scope.post<{ Querystring: Query }>(UNSUBSCRIBE_PATH, async ({ query }, reply) => {
      await unsubscribe(core, one(query.t));
      return reply
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send('You are unsubscribed. Sie sind abgemeldet. 您已退订。\n');
    });
    scope.get<{ Querystring: Query }>(UNSUBSCRIBE_PATH, async ({ query }, reply) => {
      const language = /^(?:en|de|zh)$/.test(one(query.l)) ? one(query.l) : 'en';
      const token = one(query.t).replace(/[^\w-]/g, '');
      return reply.header('cache-control', 'no-store').redirect(unsubscribePage(publicUrl, language, token), 303);
    });
  });
}

function one(value: Query[string]): string {
  return typeof value === 'string' ? value : '';
}
