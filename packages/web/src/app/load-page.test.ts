import { describe, expect, it } from 'vitest';
import { matchRoute } from './load-page.ts';
import { NOT_FOUND } from './routes.ts';

describe('matchRoute', () => {
  it.each([
    ['/', '/', {}],
    ['/shop', '/shop', {}],
    ['/products/dew-gel', '/products/:slug', { slug: 'dew-gel' }],
    ['/collections/new/', '/collections/:handle', { handle: 'new' }],
    ['/checkout/return', '/checkout/return', {}],
  ])('answers %s with the route %s', (path, pattern, params) => {
    const match = matchRoute(path);
    expect(match.route.path).toBe(pattern);
    expect(match.params).toEqual(params);
  });

  it.each(['/products', '/products/a/b', '/nope', '/checkout/return/x'])('has nothing for %s', (path) => {
    expect(matchRoute(path).route).toBe(NOT_FOUND);
  });
});
