import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { openBrowser } from './open-browser.ts';

/**
 * Draws the scene of the home page into packages/web/src/surfaces/shop/scene, in the widths and formats that browsers choose from:
 * `node packages/e2e/src/harness/draw-scene.ts`. Its filters take a phone seconds to paint, and it is the first thing seen. The results
 * are kept in the repository, since they hardly ever change; each is named after the drawing that it shows.
 */
const WIDTHS = [480, 800, 1200, 1800];
const shop = join(import.meta.dirname, '../../../web/src/surfaces/shop');
const fonts = join(import.meta.dirname, '../../../web/src/components/fonts');
const svg = readFileSync(join(shop, 'scene.svg'), 'utf8');
const name = createHash('sha256').update(svg).digest('hex').slice(0, 8);
const face = (family: string, file: string) =>
  `@font-face{font-family:${family};font-weight:300 600;src:url(data:font/woff2;base64,${readFileSync(join(fonts, file)).toString('base64')})}`;

const browser = await openBrowser();
const page = await browser.newPage({ viewport: { width: 1200, height: 1400 }, deviceScaleFactor: 1.5 });
await page.setContent(
  `<style>${face('Fraunces', 'fraunces-display.woff2')}${face('Inter', 'inter-text.woff2')}body{margin:0}svg{display:block}</style>${svg}`,
  { waitUntil: 'load' },
);
await page.evaluate('document.fonts.ready');
const painted = await page.screenshot({ type: 'png' });
await browser.close();

const folder = join(shop, 'scene');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
for (const width of WIDTHS) {
  const scaled = sharp(painted).removeAlpha().resize({ width });
  writeFileSync(
    join(folder, `${name}-${width}.avif`),
    await scaled.clone().avif({ quality: 60, effort: 4 }).toBuffer(),
  );
  writeFileSync(
    join(folder, `${name}-${width}.webp`),
    await scaled.clone().webp({ quality: 82, effort: 6 }).toBuffer(),
  );
}
