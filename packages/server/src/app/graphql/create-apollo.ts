import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { RequestContext } from '../context.ts';
import type { GraphqlMetrics } from '../metrics/graphql-metrics.ts';
import { apolloLogger } from './apollo-logger.ts';
import { boundVariables } from './bound-variables.ts';
import { checkOperations } from './check-operations.ts';
import { costLimit } from './cost-limit.ts';
import { documentLimits } from './document-limits.ts';
import { toPublicError } from './error-map.ts';
import { fastExecution } from './fast-execution.ts';
import { keepDocuments } from './keep-documents.ts';
import { refuseUnkeptText } from './refuse-unkept-text.ts';

/** Documents that clients may send by hash alone, from the storefront's own build. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Largest number of lexical tokens in a document. GraphiQL's introspection query has about 400. */
const MAX_TOKENS = 2000;

/** An Apollo Server for one audience's schema, with its limits, ready to be started. */
export function createApollo(
  schema: GraphQLSchema,
  trusted: TrustedDocuments,
  logger: Logger,
  metrics?: GraphqlMetrics,
): ApolloServer<RequestContext> {
  const report = (error: unknown) => logger.error({ err: error }, 'operation failed');
  const toPublic = (error: unknown) => {
    const shaped = toPublicError(error, report);
    metrics?.error(String(shaped.extensions?.code));
    return shaped;
  };
  const limits = documentLimits();
  return new ApolloServer<RequestContext>({
    schema,
    logger: apolloLogger(logger),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: limits.validationRules,
    documentStore: keepDocuments(),
    persistedQueries: { cache: readOnly(trusted) },
    // By default an answer gets a line break at its end, for which the whole of it is copied once more.
    stringifyResult: JSON.stringify,
    formatError: (formatted, error) =>
      toPublic(
        error instanceof GraphQLError
          ? error
          : new GraphQLError(formatted.message, { extensions: formatted.extensions ?? {} }),
      ),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      // Its page loads scripts from a foreign host; the playground is our own.
      ApolloServerPluginLandingPageDisabled(),
      ...(limits.plugins as ApolloServerPlugin<RequestContext>[]),
      // Asked for an answer before the others, which have none: Apollo asks one plugin after the other.
      fastExecution<RequestContext>(schema, { toPublic, begins: (hash) => metrics?.operation(hash) }),
      checkOperations<RequestContext>([boundVariables(schema), refuseUnkeptText(schema), costLimit(schema)]),
    ],
    stopOnTerminationSignals: false,
  });
}

/** Clients cannot register documents: a hash that the build does not know stays unknown. */
function readOnly(trusted: TrustedDocuments) {
  return {
    get: async (key: string) => trusted.get(key.replace(/^apq:/, '')),
    set: async () => undefined,
    delete: async () => false,
  };
}
