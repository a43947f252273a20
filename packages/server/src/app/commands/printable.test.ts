import { expect, it } from 'vitest';
import { printable } from './printable.ts';

it('Nothing out of a file moves the cursor, colours a terminal, turns a line around or fills the screen', () => {
  expect(printable('a\u001b[31mb\r\nc\u202ed\u2066e\u200bf\ud800', 80)).toBe(
    'a\ufffd[31mb\ufffd\ufffdc\ufffdd\ufffde\ufffdf\ufffd',
  );
  expect(printable('x'.repeat(1_000_000), 80)).toBe(`${'x'.repeat(80)}…`);
  expect(printable('größe-保湿', 80)).toBe('größe-保湿');
});
