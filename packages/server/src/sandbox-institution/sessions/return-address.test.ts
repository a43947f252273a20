import { describe, expect, it } from 'vitest';
import { readReturnAddress } from './return-address.ts';

const read = (value: unknown) =>
  readReturnAddress(value, 'returnUrl', { origins: ['http://localhost:4000'], reference: 'BR-1' });

describe('the address a payer is sent back to', () => {
  it('may name the reference and a language', () => {
    expect(read('http://localhost:4000/checkout/return?order=BR-1&lang=zh-CN')).toBe(
      'http://localhost:4000/checkout/return?order=BR-1&lang=zh-CN',
    );
  });

  it.each([
    ['another origin', 'http://localhost:4001/return', 'origin'],
    ['another scheme', 'https://localhost:4000/return', 'origin'],
    ['a script', 'javascript:alert(1)', 'origin'],
    ['a relative address', '/return', 'absolute'],
    ['an e-mail address in the query', 'http://localhost:4000/r?mail=testa@example.com', 'query'],
    ['a name in the query', 'http://localhost:4000/r?name=Testa%20Mustermann', 'query'],
    ['a name as the name of a parameter', 'http://localhost:4000/r?Testa%20Mustermann=BR-1', 'query'],
    ['a name in the path', 'http://localhost:4000/Testa%20Mustermann', 'path'],
    ['a user name', 'http://testa@localhost:4000/r', 'user name'],
    ['a fragment', 'http://localhost:4000/r#token', 'fragment'],
    ['an empty fragment', 'http://localhost:4000/r#', 'fragment'],
    ['something else than text', 17, 'absolute'],
  ])('is refused with %s', (_title, value, why) => {
    expect(() => read(value)).toThrow(why);
  });

  it('is refused without repeating what it was', () => {
    expect(() => read('http://localhost:4000/r?mail=testa@example.com')).not.toThrow('testa');
  });
});
