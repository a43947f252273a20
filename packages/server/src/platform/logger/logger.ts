import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * JSON lines without personal values (P4.4): request bodies, variables, headers, addresses of clients and messages of
 * unknown errors are never handed to it, and the serialisers below drop them should a library try.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      serializers: {
        req: (request: { method?: string; id?: string }) => ({ method: request.method, id: request.id }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
        err: (error: { name?: string; code?: string; stack?: string }) => ({
          name: error.name,
          code: error.code,
          // The first line of a stack is the message, which may quote a value; the frames below it are code positions.
          at: error.stack
            ?.split('\n')
            .filter((line) => line.startsWith('    at '))
            .slice(0, 8),
        }),
      },
    },
    destination ?? pino.destination(1),
  );
}
