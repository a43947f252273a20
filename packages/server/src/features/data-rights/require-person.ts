import { PublicError } from '../../platform/errors.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { isFresh } from '../accounts/require-session.ts';
import { isProofOf } from '../orders/find-order-by-token.ts';
import { findOwnOrder } from '../orders/find-own-order.ts';
import type { OrderContext } from '../orders/order-context.ts';

/** What using a right over one's own data needs of a request's context. */
export type PersonContext = AccountContext & Pick<OrderContext, 'orderProof' | 'prove'>;

/** Who uses a right over their own data: a customer, for all that is theirs, or a guest, for the one order that they proved to be theirs. */
export interface Person {
  /** Null for a guest. */
  readonly accountId: string | null;
  /** The subjects that are theirs; an account's own comes first. */
  readonly subjectIds: readonly string[];
  /** Whether the proof is fresh: what cannot be undone asks for one. That of a guest always is, it ends after half an hour. */
  readonly fresh: boolean;
}

/**
 * Whoever asks, as the person that the data is about (P1.1, P6.1): by the token of an order's link and the header Order-Proof, or by the
 * session. Makes the viewer the proven subject for the rest of the operation.
 * @throws {PublicError} UNAUTHENTICATED with neither token nor session; NOT_FOUND, FORBIDDEN as `findOwnOrder`; BAD_USER_INPUT by GET.
 */
export async function requirePerson(context: PersonContext, token: string | null | undefined): Promise<Person> {
  const { core, viewer } = context;
  if (context.method === 'GET')
    throw new PublicError('BAD_USER_INPUT', 'What is known about a person is asked by POST only.');
  if (token) {
    const em = core.stores.main.em.fork();
    const { id, subjectId } = await findOwnOrder(em, context, { token }, core.clock.now());
    const { orderProof } = context;
    const proven = orderProof !== null && (await isProofOf(em, orderProof, id, core.clock.now()));
    context.prove({ subjectId, by: 'CODE' });
    // A customer needs no code for an order of theirs, but then their session has to be fresh.
    return { accountId: null, subjectIds: [subjectId], fresh: proven || isFresh(context) };
  }
  const session = context.currentSession();
  if (!session || viewer.kind !== 'customer') throw new PublicError('UNAUTHENTICATED', 'Please sign in first.');
  return { accountId: session.accountId, subjectIds: viewer.subjectIds, fresh: isFresh(context) };
}
