import { useApolloClient } from '@apollo/client/react';
import { CancelErasureDocument } from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { type Attempt, useAttempt } from '../accounts/use-attempt.ts';
import type { RightsHolder } from './rights-holder.ts';
import type { Standing } from './use-standing.ts';

/** Cancels an erasure that has not begun: all that the page is about, or one order. */
export function useCancelErasure(
  { token, context, askAgain }: RightsHolder,
  onCancelled: (standing: Standing) => void,
): { attempt: Attempt; cancel: (number: string | null) => Promise<void> } {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const attempt = useAttempt([], askAgain);
  async function cancel(number: string | null): Promise<void> {
    await attempt.run(async () => {
      const variables = { input: { token, number, language } };
      const { data } = await client.mutate({
        mutation: CancelErasureDocument,
        variables,
        fetchPolicy: 'no-cache',
        context,
      });
      if (data?.cancelErasure.standing) onCancelled(data.cancelErasure.standing);
      return data?.cancelErasure.userErrors ?? [];
    });
  }
  return { attempt, cancel };
}
