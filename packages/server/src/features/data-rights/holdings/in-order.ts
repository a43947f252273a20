/** The subjects of a person as they are shown: the account's own first, then the others, the newest first, by their ids (UUIDv7). */
export function inOrder([own, ...others]: readonly string[]): string[] {
  return own === undefined ? [] : [own, ...others.sort().reverse()];
}
