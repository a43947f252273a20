import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, type ValidationContext } from 'graphql';

/** What a document may have at most, and how to say that it has more. */
const LIMITS = {
  maxDepth: { n: 14, exceeded: 'The document is more than 14 levels deep, which is as deep as it may be.' },
  maxAliases: { n: 15, exceeded: 'The document has more than 15 aliases, which is as many as it may have.' },
  maxDirectives: { n: 50, exceeded: 'The document has more than 50 directives, which is as many as it may have.' },
} as const;

/** The limits on documents, whatever they would cost, as rules and plugins of an Apollo Server. */
export function documentLimits() {
  return new ApolloArmor({
    maxDepth: limit('maxDepth'),
    // By itself it would not count `__typename`, of which a document could have any number.
    maxAliases: { ...limit('maxAliases'), allowList: [] },
    maxDirectives: limit('maxDirectives'),
    // It counts lengths of lists only where they are literals; ours is a plugin of its own.
    costLimit: { enabled: false },
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
}

/** Refuses in words of ours: the package's own message calls it an error of syntax, which it is not. */
function limit(name: keyof typeof LIMITS) {
  const { n, exceeded } = LIMITS[name];
  const refuse = (context: ValidationContext | null) =>
    context?.reportError(new GraphQLError(`${exceeded} Ask for less at once.`));
  return { n, propagateOnRejection: false, onReject: [refuse] };
}
