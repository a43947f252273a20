import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { AccessSession } from '../../../privacy/access/access-session.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import type { Sealed } from '../../../privacy/vault/sealed.ts';

/** A held value, answered at the door (D7); the log names the stored field beside the coordinate, which many fields share. */
export class HeldText {
  constructor(
    private readonly sealed: Sealed<unknown>,
    private readonly field: SealedFieldName,
    private readonly purposes: readonly Purpose[],
    private readonly keptUntil: string | null,
    private readonly format: (opened: unknown) => string,
  ) {}

  answerPersonal(session: AccessSession, { category, purposes }: PersonalMark, coordinate: string) {
    const [first = purposes[0], ...more] = this.purposes;
    return session.answer(this.sealed, { category, purposes: [first, ...more] }, `${coordinate}/${this.field}`, {
      keptUntil: this.keptUntil,
      format: this.format,
    });
  }
}
