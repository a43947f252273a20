import { describe, expect, it } from 'vitest';
import { measure, setText } from './typeset.ts';

const ROOM = { width: 280, largest: 46, smallest: 20, lines: 5 };

describe('setting a title', () => {
  it('keeps a short title at the largest size on one line', () => {
    expect(setText('Toner', ROOM)).toEqual({ lines: ['Toner'], size: 46 });
  });

  it('breaks between words into lines of nearly equal length', () => {
    expect(setText('Ceramide Night Serum', ROOM).lines).toEqual(['Ceramide', 'Night Serum']);
  });

  it('divides a long German word where a syllable ends', () => {
    expect(setText('Feuchtigkeitsspendendes Gesichtsserum mit Ringelblume', ROOM).lines).toEqual([
      'Feuchtigkeits-',
      'spendendes',
      'Gesichtsserum',
      'mit Ringelblume',
    ]);
  });

  it('breaks after a hyphen that is there already before it makes another', () => {
    expect(setText('Donau-Handcreme', { ...ROOM, width: 180 }).lines).toEqual(['Donau-', 'Handcreme']);
  });

  it('breaks Chinese between characters, and never before a closing mark or after an opening one', () => {
    const { lines } = setText('高浓度玻尿酸与神经酰胺，深层修护保湿晚霜（敏感肌适用）', ROOM);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('高浓度玻尿酸与神经酰胺，深层修护保湿晚霜（敏感肌适用）');
    for (const line of lines) expect(line).not.toMatch(/^[，。）]|（$/);
  });

  it('keeps to the height that it is given', () => {
    const { lines, size } = setText('An Exceptionally Nourishing Body Balm', { ...ROOM, height: 90, leading: 1.2 });
    expect(lines.length * size * 1.2).toBeLessThanOrEqual(90);
  });

  it.each([
    'Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww',
    'Donaudampfschifffahrtsgesellschaftskapitänshandcreme',
    '舒缓保湿精华乳液积雪草与神经酰胺舒缓保湿精华乳液积雪草与神经酰胺',
    'A name that goes on and on, and then on, until nobody on earth could print it on a bottle, or would want to',
    '🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿🌿',
  ])('fits %s into its width and its number of lines', (title) => {
    for (const width of [120, 200, 280]) {
      const { lines, size } = setText(title, { ...ROOM, width });
      expect(lines.length).toBeLessThanOrEqual(ROOM.lines);
      for (const line of lines) {
        expect(line.isWellFormed()).toBe(true);
        expect(measure(line, size)).toBeLessThanOrEqual(width);
      }
    }
  });

  it('sets nothing for no text', () => {
    expect(setText('  ', ROOM).lines).toEqual([]);
  });
});
