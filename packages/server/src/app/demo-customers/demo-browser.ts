import type { FastifyInstance } from 'fastify';

/** Somebody who uses the shop as a browser does: by its own door, with cookies. */
export interface DemoBrowser {
  /** The data of an operation. @throws if there is any error in the answer. */
  ask<Data>(query: string, variables?: object): Promise<Data>;
}

/** Opens a browser at a shop, without going over the network. */
export function openDemoBrowser(http: FastifyInstance, publicUrl: string): DemoBrowser {
  const jar = new Map<string, string>();
  return {
    ask: async <Data>(query: string, variables: object = {}) => {
      const answer = await http.inject({
        method: 'POST',
        url: '/graphql',
        headers: { host: new URL(publicUrl).host, 'content-type': 'application/json' },
        cookies: Object.fromEntries(jar),
        payload: { query, variables },
      });
      for (const { name, value } of answer.cookies) jar.set(name, value);
      const { data, errors } = answer.json<{ data?: Data; errors?: { message: string }[] }>();
      if (!data || errors)
        throw new Error(`The shop answered ${answer.statusCode}: ${errors?.[0]?.message ?? 'nothing'}.`);
      return data;
    },
  };
}
