import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../../platform/logger/logger.ts';
import { PictureFiles } from './picture-files.ts';
import { PictureRenderer, type RenderJob } from './picture-renderer.ts';
import { renderAhead } from './render-ahead.ts';

const MAIN = join(import.meta.dirname, '../../../picture-renderer/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'barrier-renderer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const swatch = (hash: string, tint = '#9db8a0') =>
  ({ hash, drawing: { kind: 'SWATCH', spec: { texture: 'CREAM', tint } } }) as const;
const job = (hash: string, tint?: string): RenderJob => ({ ...swatch(hash, tint), formats: ['webp'] });

function openRenderer(command: [string, ...string[]] = [process.execPath, MAIN, folder]) {
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { renderer: new PictureRenderer({ command, logger: createLogger('info', sink), idleMs: 50 }), lines };
}

describe('The renderer of pictures', () => {
  it('goes on after a drawing that cannot be drawn, which it does not try again', async () => {
    const { renderer, lines } = openRenderer();
    const files = new PictureFiles(folder);
    expect(await Promise.all([renderer.ask(job('aaaaaaaaaaaa', 'red')), renderer.ask(job('bbbbbbbbbbbb'))])).toEqual([
      false,
      true,
    ]);
    expect(await renderer.ask(job('aaaaaaaaaaaa', 'red'))).toBe(false);
    expect(lines.filter((line) => line.includes('PICTURE_NOT_RENDERED'))).toHaveLength(1);
    expect(await files.has('bbbbbbbbbbbb', { width: 1200, format: 'webp' })).toBe(true);
    expect(await files.has('aaaaaaaaaaaa', { width: 320, format: 'webp' })).toBe(false);
    await renderer.close();
  }, 60_000);

  it('renders each drawing once, however often and in whichever run it is asked for', async () => {
    const { renderer } = openRenderer();
    const files = new PictureFiles(folder);
    expect(renderer.ask(job('cccccccccccc'))).toBe(renderer.ask(job('cccccccccccc'), true));
    const drawings = [swatch('dddddddddddd'), swatch('eeeeeeeeeeee')];
    expect(await renderAhead({ drawings, files, renderer })).toBe(2);
    expect(await renderAhead({ drawings, files, renderer })).toBe(0);
    await renderer.close();
  }, 60_000);

  it('gives up, and answers so, where its process cannot run', async () => {
    const { renderer } = openRenderer([process.execPath, '--eval', 'process.exit(1)']);
    const answers = await Promise.all(['1', '2', '3', '4', '5'].map((hash) => renderer.ask(job(hash))));
    expect(answers).toEqual([false, false, false, false, false]);
    expect(await renderer.ask(job('6'))).toBe(false);
    await renderer.close();
  }, 60_000);
});
