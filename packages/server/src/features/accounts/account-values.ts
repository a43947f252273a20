import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import type { Account } from './account.entity.ts';

const DAY_MS = 86_400_000;

/** The day from which an account is erased if it is not used before (ISO 8601 date). @param days how long it is kept unused. */
export function accountKeptUntil({ lastUsedOn }: Pick<Account, 'lastUsedOn'>, days: number): string {
  return dayOf(new Date(Date.parse(lastUsedOn) + (days + 1) * DAY_MS));
}

/** A text of an account, answered at the door as its holder's (D7). */
export class AccountText {
  constructor(
    private readonly account: Pick<Account, 'lastUsedOn'>,
    private readonly sealed: Sealed<string> | null | undefined,
    private readonly days: number,
  ) {}

  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    return session.answer(this.sealed, mark, coordinate, { keptUntil: accountKeptUntil(this.account, this.days) });
  }
}
