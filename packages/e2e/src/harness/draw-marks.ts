import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './open-browser.ts';

/**
 * Draws the site's icons and the picture that is shown with a shared page, from their sources, into packages/web/public:
 * `node packages/e2e/src/harness/draw-marks.ts`. The results are kept in the repository, since they hardly ever change.
 */
const web = join(import.meta.dirname, '../../../web');
const text = (file: string) => readFileSync(join(web, file), 'utf8');
const font = (file: string) => readFileSync(join(web, `src/components/fonts/${file}`)).toString('base64');
const mark = text('marks/icon.svg');
const scene = Buffer.from(text('src/surfaces/shop/scene.svg')).toString('base64');

/** An icon: the mark on porcelain, smaller where a system may cut it to a circle. */
const icon = (share: number) =>
  `<style>body{margin:0;height:100vh;display:grid;place-items:center;background:#f7f5f0}svg{width:${share * 100}vw}</style>${mark}`;

const social = `<style>
  @font-face { font-family: F; src: url(data:font/woff2;base64,${font('fraunces-display.woff2')}); font-weight: 300 380 }
  body { margin: 0; height: 630px; background: #f7f5f0 url(data:image/svg+xml;base64,${scene}) right center / auto 100% no-repeat }
  div { display: flex; flex-direction: column; gap: 28px; justify-content: center; height: 100%; padding-left: 88px;
    background: linear-gradient(to right, #f7f5f0 38%, transparent 62%) }
  svg { width: 104px }
  p { margin: 0; font: 320 132px/1 F; letter-spacing: -0.025em; color: #17221f }
</style><div>${mark}<p>Barrier</p></div>`;

const browser = await openBrowser();
const page = await browser.newPage();
for (const [name, html, width, height] of [
  ['icon-192.png', icon(0.72), 192, 192],
  ['icon-512.png', icon(0.72), 512, 512],
  ['icon-maskable-512.png', icon(0.52), 512, 512],
  ['apple-touch-icon.png', icon(0.68), 180, 180],
  ['social.jpg', social, 1200, 630],
] as const) {
  await page.setViewportSize({ width, height });
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready');
  const kind = name.endsWith('.png') ? ({ type: 'png' } as const) : ({ type: 'jpeg', quality: 86 } as const);
  await page.screenshot({ ...kind, path: join(web, `public/${name}`) });
}
await browser.close();
