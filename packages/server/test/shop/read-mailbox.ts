/** A mail as the demo's page shows it. */
export interface ShownMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  /** The text of the mail without its markup. */
  readonly text: string;
}

/** Reads the mails to an address off the demo's mail page, newest first, as a customer would. */
export async function readMailbox(url: string, to: string): Promise<ShownMail[]> {
  const page = await (await fetch(`${url}/demo/mail`)).text();
  const items = [...page.matchAll(/<a href="(\/demo\/mail\/[^"]+)">(.*?)<\/a><\/p>\s*<p><span>(.*?)<\/span>/g)];
  const own = items.filter(([, , , address]) => plain(address ?? '') === to);
  return Promise.all(
    own.map(async ([, path = '', subject = '']) => {
      const html = await (await fetch(`${url}${path}`)).text();
      return { to, subject: plain(subject), html, text: plain(html.replace(/<[^>]+>/g, ' ')) };
    }),
  );
}

/** The code in the newest code mail to an address. @throws if there is none. */
export async function readCode(url: string, to: string): Promise<string> {
  for (const { html } of await readMailbox(url, to)) {
    const code = />(\d{6})</.exec(html)?.[1];
    if (code) return code;
  }
  throw new Error('No code was mailed.');
}

function plain(text: string): string {
  return text.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)));
}
