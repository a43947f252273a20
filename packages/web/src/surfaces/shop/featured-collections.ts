/** The collections that a shop of skincare leads with; one without them leads with its first. */
const FIRST_CHOICE: readonly string[] = ['hydration', 'sensitive', 'clear-skin'];

/** Collections that the page shows in other ways. */
const SHOWN_ELSEWHERE: readonly string[] = ['bestsellers', 'new'];

/** Which three collections the home page shows large. */
export function featuredCollections(collections: readonly { handle: string; productCount: number }[]): string[] {
  const filled = collections.filter(({ productCount }) => productCount > 0).map(({ handle }) => handle);
  const chosen = FIRST_CHOICE.filter((handle) => filled.includes(handle));
  return chosen.length === 3 ? chosen : filled.filter((handle) => !SHOWN_ELSEWHERE.includes(handle)).slice(0, 3);
}
