/** Who looks at their own data: a customer by their session, or a guest by the link of an order and the mailed code. */
export interface RightsHolder {
  /** Of the order's link, for whatever takes one; null for a customer. */
  readonly token: string | null;
  /** Goes with each operation, as its `context`. */
  readonly context: { readonly headers?: Readonly<Record<string, string>> };
  /** Where a code for a fresh proof goes; null for a guest, whose proof is always fresh, and while it is not on the screen. */
  readonly email: string | null;
  /** Asks anew who this is: the session or the proof is over, or the address is needed that went from the screen. */
  readonly askAgain: () => void;
}

/** What each section of the page of one's rights is given. */
export interface RightsSectionProps {
  readonly holder: RightsHolder;
}
