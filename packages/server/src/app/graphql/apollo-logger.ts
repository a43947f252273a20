import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { Logger } from 'pino';

/** Where Apollo Server writes to; its own choice would be the console. */
type ApolloLogger = NonNullable<ApolloServerOptions<BaseContext>['logger']>;

/**
 * Apollo Server's door to the log. It puts the messages of foreign errors into its own, as in "Unexpected error processing
 * request: …", and such a message may quote what somebody sent (P4.4): its first words are kept, the rest is not.
 */
export function apolloLogger(logger: Logger): ApolloLogger {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (message: unknown) => {
    if (message instanceof Error) logger[level]({ err: message }, 'Apollo Server');
    else logger[level](`Apollo Server: ${ownWords(String(message))}`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** The first clause of a message, up to the mark after which Apollo Server quotes others. */
function ownWords(message: string): string {
  return (/^[A-Za-z `'-]+(?=[.:]|$)/.exec(message)?.[0] ?? 'reported something').slice(0, 120);
}
