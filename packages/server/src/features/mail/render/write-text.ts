import type { MailBlock, MailDocument } from './mail-document.ts';

/** Writes a mail as plain text, for who reads mails so. */
export function writeText(mail: MailDocument): string {
  return [mail.title, ...mail.blocks.map(writeBlock), '-- ', ...mail.footer].join('\n\n').concat('\n');
}

function writeBlock(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'small':
    case 'record':
      return block.text;
    case 'heading':
      return `\n${block.text}\n${'-'.repeat(24)}`;
    case 'lines':
      return [
        ...block.lines.map(({ title, detail, amount }) => `${title}\n  ${detail}\n  ${amount}`),
        block.sums.map(({ label, amount }) => `${label}: ${amount}`).join('\n'),
      ].join('\n\n');
    case 'address':
      return block.lines.join('\n');
    case 'link':
      return `${block.label}:\n${block.href}`;
    case 'code':
      return `    ${block.code}`;
  }
}
