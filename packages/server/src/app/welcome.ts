import { DEMO_PERSON } from './demo-customers/demo-person.ts';
import { showsDemoMail } from './http/demo-mail-route.ts';
import type { Shop } from './shop.ts';

/**
 * What a terminal shows once the demo shop is up: where everything is and how to pay.
 * @param served where this process listens, which is not where the shop is reached if it is one of several.
 */
export function welcome(shop: Shop, served: string): string {
  const { config, mail } = shop;
  const row = (what: string, where: string) => `  ${what.padEnd(22)}${where}`;
  return [
    '',
    row('Shop', config.publicUrl),
    ...(isAt(config.publicUrl, served) ? [] : [row('This process', served)]),
    row('Playground', `${config.publicUrl}/playground`),
    row('GraphQL', `${config.publicUrl}/graphql`),
    ...(mail.transport === null ? [row('Mail of the demo', mailbox(shop))] : []),
    row(
      'Payment institution',
      `http://127.0.0.1:${config.sandboxPort}  (sandbox: pay with 4242 4242 4242 4242, any date to come, any CVC)`,
    ),
    ...(config.demoCustomers
      ? [row('Customer of the demo', `${DEMO_PERSON.email}, password ${DEMO_PERSON.password}  (at /en/sign-in)`)]
      : []),
    row('Data', config.dataDir),
    '',
    '  Nobody needs an account to buy; one is opened at /en/sign-up, its code is in the mail of the demo. Stop with Ctrl+C.',
    '',
  ].join('\n');
}

/** Whether the shop's address leads to this process as it is, on this machine. */
function isAt(publicUrl: string, served: string): boolean {
  const { hostname, port } = new URL(publicUrl);
  return hostname === 'localhost' && port === new URL(served).port;
}

function mailbox(shop: Shop): string {
  if (showsDemoMail(shop)) return `${shop.config.publicUrl}/demo/mail`;
  return 'kept and not shown: HOST lets other machines in';
}
