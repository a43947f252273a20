import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the relay got it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string[];
  /** What the client called itself. */
  readonly greeting: string;
  /** Headers and body as they came over the wire. */
  readonly raw: string;
}

/** A relay on this machine. */
export interface MailReceiver {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** The answer to the next recipients: taken, or refused with this SMTP status. */
  refuseWith: number | null;
  /** After so many mails it takes what comes and never answers, as one whose connection is lost; null for a good one. */
  silentAfter: number | null;
  close(): Promise<void>;
}

/** Starts a real SMTP server. */
export async function receiveMail(): Promise<MailReceiver> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) => {
      if (receiver.refuseWith === null) return done();
      done(
        Object.assign(new Error('testa.mustermann@example.com is not wanted'), { responseCode: receiver.refuseWith }),
      );
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          greeting: session.hostNameAppearsAs,
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        if (receiver.silentAfter === null || received.length <= receiver.silentAfter) done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const receiver: MailReceiver = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    received,
    refuseWith: null,
    silentAfter: null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
}

/** The headers of a mail by their names in lower case. */
export function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return Object.fromEntries(
    head
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

/** The text of a part with this type, decoded. */
export function partOf(raw: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const part = raw.split(`--${boundary}`).find((one) => one.toLowerCase().includes(`content-type: ${type}`)) ?? '';
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  if (/content-transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/content-transfer-encoding: quoted-printable/i.test(part)) return body;
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
