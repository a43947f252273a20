import { html, SafeHtml } from '../../../platform/html.ts';
import type { MailBlock, MailDocument, MailLine, MailSum } from './mail-document.ts';

const SERIF = "Fraunces,Georgia,'Times New Roman','Songti SC',SimSun,serif";
const SANS = "Inter,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC','Microsoft YaHei',sans-serif";
const INK = '#17221f';
const SOFT = '#47524e';
const LINE = '#dcd7cb';

/** Where a client shows mails dark, the shop's dark colours; one that does not know the rule shows the light ones. */
const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.g{background:#101513!important}.c{background:#171d1b!important;border-color:#2b3430!important}
.i{color:#ece8df!important}.s{color:#b9bfb8!important}.l{border-color:#2b3430!important}
.a{color:#9dc8b5!important}.b{background:#9dc8b5!important;color:#0f1513!important}.w{background:#1b2924!important}}`;

/** Writes a mail as HTML: own styles, nothing fetched, readable at any width, one main landmark and real headings. */
export function writeHtml(mail: MailDocument): string {
  const page = html`<!doctype html>
<html lang="${mail.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${mail.subject}</title>
<style>${new SafeHtml(DARK)}</style>
</head>
<body class="g" style="margin:0;padding:0;background:#f7f5f0;">
<div class="g" style="background:#f7f5f0;padding:32px 16px;">
<div class="c" style="max-width:560px;margin:0 auto;background:#fdfcfa;border:1px solid ${LINE};border-radius:3px;">
<div role="main" style="padding:36px 32px 28px;font-family:${SANS};font-size:16px;line-height:1.6;color:${INK};">
<p class="s" style="margin:0 0 28px;font-family:${SERIF};font-size:17px;letter-spacing:.02em;color:${SOFT};">Barrier</p>
<h1 class="i" style="margin:0 0 20px;font-family:${SERIF};font-weight:400;font-size:28px;line-height:1.25;color:${INK};">${mail.title}</h1>
${mail.blocks.map(writeBlock)}
</div>
</div>
<div role="contentinfo" class="s" style="max-width:560px;margin:20px auto 0;padding:0 16px;font-family:${SANS};font-size:13px;line-height:1.6;color:${SOFT};">
${mail.footer.map((text) => html`<p style="margin:0 0 8px;">${text}</p>\n`)}</div>
</div>
</body>
</html>
`;
  return page.text;
}

function writeBlock(block: MailBlock): SafeHtml {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="i" style="margin:0 0 16px;color:${INK};">${block.text}</p>\n`;
    case 'heading':
      return html`<h2 class="i l" style="margin:32px 0 10px;padding-top:24px;border-top:1px solid ${LINE};font-family:${SERIF};font-weight:400;font-size:19px;line-height:1.3;color:${INK};">${block.text}</h2>\n`;
    case 'lines':
      return writeLines(block.caption, block.lines, block.sums);
    case 'address':
      return html`<p class="i" style="margin:0 0 16px;color:${INK};">${block.lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</p>\n`;
    case 'link':
      if (block.quiet) {
        return html`<p class="s" style="margin:0 0 12px;font-size:14px;"><a class="a" href="${block.href}" style="color:#2d5a4d;text-underline-offset:3px;">${block.label}</a></p>\n`;
      }
      return html`<p style="margin:24px 0;"><a class="b" href="${block.href}" style="display:inline-block;padding:13px 24px;background:#2d5a4d;color:#fbfaf6;border-radius:3px;text-decoration:none;font-weight:600;">${block.label}</a></p>\n`;
    case 'code':
      return html`<p class="i w" style="margin:24px 0;padding:18px 24px;background:#e0e9e2;border-radius:3px;font-size:30px;line-height:1.2;font-weight:600;letter-spacing:.18em;text-align:center;color:${INK};">${block.code}</p>\n`;
    case 'small':
      return html`<p class="s" style="margin:0 0 12px;font-size:14px;color:${SOFT};">${block.text}</p>\n`;
    case 'record':
      return html`<p class="s" style="margin:0 0 12px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:12px;line-height:1.5;word-break:break-all;color:${SOFT};">${block.text}</p>\n`;
  }
}

function writeLines(caption: string, lines: readonly MailLine[], sums: readonly MailSum[]): SafeHtml {
  const right =
    'text-align:right;white-space:nowrap;vertical-align:top;padding-left:16px;font-variant-numeric:tabular-nums;';
  return html`<table style="width:100%;border-collapse:collapse;margin:8px 0 8px;font-size:16px;">
<caption style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);">${caption}</caption>
<tbody>
${lines.map(
  ({ title, detail, amount }) =>
    html`<tr><th class="i l" scope="row" style="text-align:left;font-weight:400;padding:12px 0;border-bottom:1px solid ${LINE};color:${INK};">${title}<br><span class="s" style="font-size:14px;color:${SOFT};">${detail}</span></th><td class="i l" style="${right}padding-top:12px;padding-bottom:12px;border-bottom:1px solid ${LINE};color:${INK};">${amount}</td></tr>\n`,
)}${sums.map(
  ({ label, amount, strong = false }) =>
    html`<tr><th class="${strong ? 'i' : 's'}" scope="row" style="text-align:left;font-weight:${strong ? '600' : '400'};padding:8px 0 0;color:${strong ? INK : SOFT};">${label}</th><td class="${strong ? 'i' : 's'}" style="${right}padding-top:8px;font-weight:${strong ? '600' : '400'};color:${strong ? INK : SOFT};">${amount}</td></tr>\n`,
)}</tbody>
</table>
`;
}
