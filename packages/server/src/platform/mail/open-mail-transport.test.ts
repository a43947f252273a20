import { hostname } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { headersOf, type MailReceiver, partOf, receiveMail } from '../../../test/mail/receive-mail.ts';
import type { OutgoingMail } from './mail-transport.ts';
import { type MailSettings, OWN_RELAY_AGREEMENT, openMailTransport } from './open-mail-transport.ts';

const receivers: MailReceiver[] = [];
afterEach(async () => {
  for (const receiver of receivers.splice(0)) await receiver.close();
});

const settings = (overrides: Partial<MailSettings> = {}): MailSettings => ({
  smtpUrl: 'smtp://127.0.0.1:25',
  from: 'Barrier <orders@barrier.example>',
  agreementKey: null,
  production: true,
  ...overrides,
});

const mail: OutgoingMail = {
  id: '7b0ea3c8-9a30-4a0e-8c1f-2f7f5f0c7d11',
  to: 'testa.mustermann@example.com',
  subject: 'Ihre Bestellung ist bezahlt · 订单',
  text: 'Grüße\n',
  html: '<p>Grüße</p>',
  language: 'de',
};

async function relay() {
  const receiver = await receiveMail();
  receivers.push(receiver);
  const transport = openMailTransport(settings({ smtpUrl: receiver.url }));
  if (!transport) throw new Error('There is no transport.');
  return { receiver, transport };
}

describe('The way out for mails', () => {
  it.each(['smtp://127.0.0.1', 'smtp://localhost:2525', 'smtps://[::1]:465', 'smtp://127.8.8.8'])(
    'is open to the own relay on this machine: %s',
    (smtpUrl) => expect(openMailTransport(settings({ smtpUrl }))?.agreementKey).toBe(OWN_RELAY_AGREEMENT),
  );

  it.each(['smtp://mail.example.com', 'smtp://10.0.0.5', 'smtp://127.0.0.1.example.com', 'smtps://[2001:db8::1]'])(
    'is closed to another machine without the key of an agreement: %s',
    (smtpUrl) => {
      expect(() => openMailTransport(settings({ smtpUrl }))).toThrow(/MAIL_AGREEMENT/);
      expect(openMailTransport(settings({ smtpUrl, agreementKey: 'relay-2026' }))?.agreementKey).toBe('relay-2026');
    },
  );

  it.each(['http://127.0.0.1', 'nonsense', 'smtp://'])('is no such address: %s', (smtpUrl) => {
    expect(() => openMailTransport(settings({ smtpUrl }))).toThrow(/SMTP_URL/);
  });

  it('needs a relay in production, and is the spool in the demo', () => {
    expect(() => openMailTransport(settings({ smtpUrl: null }))).toThrow(/SMTP_URL/);
    expect(openMailTransport(settings({ smtpUrl: null, production: false }))).toBeNull();
  });

  it('needs a sender with an address', () => {
    expect(() => openMailTransport(settings({ from: 'Barrier' }))).toThrow(/MAIL_FROM/);
  });

  it('never repeats the address of the relay, which may hold a password', () => {
    const smtpUrl = 'smtp://user:hunter2@mail.example.com';
    expect(() => openMailTransport(settings({ smtpUrl }))).toThrow(expect.not.stringContaining('hunter2'));
  });
});

describe('A mail on the wire', () => {
  it('holds both parts and its language, and no name of this machine nor anything of its reader but To', async () => {
    const { receiver, transport } = await relay();
    await transport.send(mail);
    const [received] = receiver.received;
    const raw = received?.raw ?? '';
    const headers = headersOf(raw);
    expect(received).toMatchObject({ from: 'orders@barrier.example', to: [mail.to], greeting: 'barrier.example' });
    expect(Object.keys(headers).sort()).toEqual(
      [
        'auto-submitted',
        'content-language',
        'content-type',
        'date',
        'from',
        'message-id',
        'mime-version',
        'subject',
        'to',
      ].sort(),
    );
    expect(headers).toMatchObject({
      'message-id': `<${mail.id}@barrier.example>`,
      'auto-submitted': 'auto-generated',
      'content-language': 'de',
      to: mail.to,
    });
    expect(raw).not.toContain(hostname());
    expect(raw.split('testa.mustermann')).toHaveLength(2);
    expect(partOf(raw, 'text/plain')).toContain('Grüße');
    expect(partOf(raw, 'text/html')).toContain('<p>Grüße</p>');
  });

  it('says where one POST ends mails like it, if there is such a place, in headers that are neither folded nor encoded', async () => {
    const { receiver, transport } = await relay();
    const unsubscribeUrl = `https://shop.example/mail/unsubscribe?l=de&t=${'x'.repeat(43)}`;
    await transport.send({ ...mail, unsubscribeUrl });
    const raw = receiver.received[0]?.raw ?? '';
    expect(raw).toContain(`\r\nList-Unsubscribe: <${unsubscribeUrl}>\r\n`);
    expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(headersOf(raw)['list-unsubscribe']).not.toContain('mailto:');
  });

  it('goes to one address, whatever the text of it looks like', async () => {
    const { receiver, transport } = await relay();
    await transport.send({ ...mail, to: 'testa@example.com, second@example.com' }).catch(() => undefined);
    expect(receiver.received.flatMap(({ to }) => to)).not.toContain('second@example.com');
  });

  it('that is refused for good is told apart from one to be tried again, and neither says to whom', async () => {
    const { receiver, transport } = await relay();
    for (const [status, code] of [
      [550, 'MAIL_REFUSED'],
      [450, 'MAIL_UNREACHABLE'],
    ] as const) {
      receiver.refuseWith = status;
      const error = await transport.send(mail).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code, notTaken: true });
      expect(`${String(error)} ${(error as Error).stack}`).not.toContain('mustermann');
    }
    await receivers.splice(0)[0]?.close();
    await expect(transport.send(mail)).rejects.toMatchObject({ code: 'MAIL_UNREACHABLE', notTaken: true });
  });
});
