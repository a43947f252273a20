import type { Security } from './use-security.ts';

/** What each part of the page needs of whose account it is. */
export interface OwnerProps {
  /** Null while it is not on the screen. */
  readonly email: string | null;
  readonly name: string | null;
  readonly onChange: (security: Security) => void;
  /** The session is over, or what went from the screen is needed. */
  readonly onOver: () => void;
}
