import type { Bus, BusEvents, BusHandler } from './bus.ts';

/** The bus of the one process that SQLite allows. A failing handler is reported and does not stop the others. */
export function createInProcessBus(onError: (error: unknown) => void): Bus {
  const handlers = new Map<keyof BusEvents, BusHandler<never>[]>();
  return {
    publish: async (name, payload) => {
      for (const handler of handlers.get(name) ?? []) {
        try {
          await handler(payload as never);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe: (name, handler) => {
      handlers.set(name, [...(handlers.get(name) ?? []), handler as BusHandler<never>]);
    },
    close: async () => handlers.clear(),
  };
}
