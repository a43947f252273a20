import type { RunningShop } from './start-shop.ts';

/** Asks the shop's API as any client may; throws when it answers an error. */
export async function ask<Answer>(shop: RunningShop, query: string): Promise<Answer> {
  const response = await fetch(`${shop.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: Answer; errors?: readonly { message: string }[] };
  if (!data || errors) throw new Error(errors?.map(({ message }) => message).join(' ') ?? `Status ${response.status}`);
  return data;
}
