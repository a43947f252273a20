import { type DestinationStream, type Logger, pino } from 'pino';

/** Sees each line as it is written; must be quick and must not throw. */
export type LineWatcher = (line: string) => void;

const watchers = new WeakMap<Logger, Set<LineWatcher>>();

/** Shows every line of a logger and its children to a watcher from now on. @throws if the logger is not of `createLogger`. */
export function watchLines(logger: Logger, watcher: LineWatcher): void {
  const watching = watchers.get(logger);
  if (!watching) throw new Error('Only the lines of a logger made by createLogger can be watched.');
  watching.add(watcher);
}

/**
 * JSON lines without personal values (P4.4): request bodies, variables, headers, addresses of clients and messages of
 * unknown errors are never handed to it, and the serialisers below drop them should a library try.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const watching = new Set<LineWatcher>();
  const logger = pino(
    {
      level,
      base: null,
      hooks: {
        streamWrite: (line) => {
          for (const watch of watching) watch(line);
          return line;
        },
      },
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
  watchers.set(logger, watching);
  return logger;
}
