import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCENE } from './home-scene.ts';

it('The rendered scene shows the drawing as it is now: packages/e2e/src/harness/draw-scene.ts makes it anew', () => {
  const drawing = readFileSync(join(import.meta.dirname, 'scene.svg'));
  const name = createHash('sha256').update(drawing).digest('hex').slice(0, 8);
  const files = readdirSync(join(import.meta.dirname, 'scene'));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => !file.startsWith(`${name}-`))).toEqual([]);
});

it('The scene can be had for a small phone and for a large screen, in each format', () => {
  for (const { type, srcSet } of SCENE) {
    const widths = srcSet.split(', ').map((candidate) => Number.parseInt(candidate.split(' ')[1] ?? '', 10));
    expect(Math.min(...widths), type).toBeLessThanOrEqual(480);
    expect(Math.max(...widths), type).toBeGreaterThanOrEqual(1800);
  }
});
