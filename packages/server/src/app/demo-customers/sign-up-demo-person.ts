import { listSpooledMails } from '../../features/mail/list-spooled-mails.ts';
import type { Shop } from '../shop.ts';
import type { DemoBrowser } from './demo-browser.ts';
import { DEMO_PERSON } from './demo-person.ts';

const SIGN_UP = `mutation ($input: SignUpInput!) { signUp(input: $input) { challenge userErrors { code } } }`;
const CONFIRM = `mutation ($input: EnterSignInCodeInput!) {
  enterSignInCode(input: $input) { customer { id } userErrors { code } } }`;

/** Opens the account of the demo's customer, with the code from the mail of the demo. */
export async function signUpDemoPerson({ mail, jobs }: Shop, { ask }: DemoBrowser): Promise<void> {
  const { signUp } = await ask<{ signUp: { challenge: string | null } }>(SIGN_UP, { input: DEMO_PERSON });
  await jobs.runDue();
  const mails = (await listSpooledMails(mail)).filter(({ to }) => to === DEMO_PERSON.email);
  const code = /\b(\d{3}) ?(\d{3})\b/.exec(mails[0]?.text ?? '');
  const input = { challenge: signUp.challenge, code: `${code?.[1]}${code?.[2]}`, device: 'Demo' };
  const { enterSignInCode } = await ask<{ enterSignInCode: { customer: object | null } }>(CONFIRM, { input });
  if (!enterSignInCode.customer) throw new Error('The code of the demo was not taken.');
}
