import { showsDemoMail } from './http/demo-mail-route.ts';
import type { Shop } from './shop.ts';

/** What a terminal shows once the demo shop is up: where everything is and how to pay. */
export function welcome(shop: Shop): string {
  const { config, mail } = shop;
  const row = (what: string, where: string) => `  ${what.padEnd(22)}${where}`;
  return [
    '',
    row('Shop', config.publicUrl),
    row('Playground', `${config.publicUrl}/playground`),
    row('GraphQL', `${config.publicUrl}/graphql`),
    ...(mail.transport === null ? [row('Mail of the demo', mailbox(shop))] : []),
    row(
      'Payment institution',
      `http://127.0.0.1:${config.sandboxPort}  (sandbox: pay with 4242 4242 4242 4242, any date to come, any CVC)`,
    ),
    row('Data', config.dataDir),
    '',
    '  Everybody buys as a guest: the demo has no sign-ins yet. Stop with Ctrl+C.',
    '',
  ].join('\n');
}

function mailbox(shop: Shop): string {
  if (showsDemoMail(shop)) return `${shop.config.publicUrl}/demo/mail`;
  return 'kept and not shown: HOST lets other machines in';
}
