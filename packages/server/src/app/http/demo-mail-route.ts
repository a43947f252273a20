import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { listSpooledMails, type SpooledMail } from '../../features/mail/list-spooled-mails.ts';
import type { MailDeps } from '../../features/mail/mail-deps.ts';
import { isLoopbackHost } from '../../platform/mail/loopback-host.ts';
import type { Shop } from '../shop.ts';

// The shop's colours, as the mails themselves have them.
const STYLE = `
:root { color-scheme: light dark; --ground: #f7f5f0; --ink: #17221f; --soft: #47524e; --line: #dcd7cb; --accent: #2d5a4d; }
@media (prefers-color-scheme: dark) { :root { --ground: #101513; --ink: #ece8df; --soft: #b9bfb8; --line: #2b3430; --accent: #9dc8b5; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 Inter, system-ui, sans-serif; }
main { max-width: 44rem; margin: 0 auto; padding: 4.5rem 1.25rem; }
h1 { font: 400 2.25rem/1.2 Fraunces, Georgia, "Times New Roman", serif; margin: 0 0 .75rem; }
ul { list-style: none; margin: 2.5rem 0 0; padding: 0; border-top: 1px solid var(--line); }
li { border-bottom: 1px solid var(--line); padding: 1.125rem 0; }
a { color: var(--ink); font-size: 1.0625rem; text-decoration-color: var(--line); text-decoration-thickness: 1px; text-underline-offset: .3em; }
a:hover { color: var(--accent); text-decoration-color: currentColor; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
p { margin: 0; color: var(--soft); text-wrap: pretty; }
li p + p { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; font-size: .875rem; overflow-wrap: anywhere; }
`;
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Whether this shop shows its mail: never in production (D14), and to this machine alone, since it shows everybody's. */
export function showsDemoMail({ config, mail }: Pick<Shop, 'config' | 'mail'>): boolean {
  return mail.transport === null && !config.production && isLoopbackHost(config.host);
}

/**
 * `/demo/mail`: the demo's stand-in for a mailbox. The spool is sealed; showing it opens it against entries in the access
 * log. There is no such address in production (D14).
 */
export function addDemoMailRoutes(http: FastifyInstance, deps: MailDeps): void {
  http.get('/demo/mail', async (_request, reply) => {
    const mails = await listSpooledMails(deps);
    return page(reply, `default-src 'none'; style-src 'sha256-${STYLE_HASH}'`, mailbox(mails));
  });
  http.get<{ Params: { id: string } }>('/demo/mail/:id', async (request, reply) => {
    const mail = (await listSpooledMails(deps)).find(({ id }) => id === request.params.id);
    if (!mail) return reply.status(404).type('text/plain').send('There is no such mail.');
    return page(reply, "default-src 'none'; style-src 'unsafe-inline'; img-src data:", mail.html);
  });
}

function page(reply: FastifyReply, policy: string, html: string): FastifyReply {
  return reply
    .header('content-security-policy', `${policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}

function mailbox(mails: readonly SpooledMail[]): string {
  const items = mails.map(
    ({ id, subject, to, queuedAt }) => `<li>
<p><a href="/demo/mail/${escaped(id)}">${escaped(subject)}</a></p>
<p><span>${escaped(to)}</span> <time datetime="${escaped(queuedAt)}">${escaped(queuedAt.slice(0, 16).replace('T', ' '))} UTC</time></p></li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Demo mail · Barrier</title><style>${STYLE}</style></head><body><main>
<h1>Demo mail</h1>
<p>What this shop would have sent. Every mail is sealed in the database; opening this page opened those below and left an entry in the access log for each person.</p>
${items.length > 0 ? `<ul>${items.join('')}</ul>` : '<p>There is no mail yet. Place an order and pay for it.</p>'}
</main></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
