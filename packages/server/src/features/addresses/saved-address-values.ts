import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import { answerAddressParts } from './answer-address-parts.ts';
import { formatAddress } from './format-address.ts';
import type { SavedAddress } from './saved-address.entity.ts';

// What a resolver of a `@personal` field returns: the access session is asked at the door (D7).

/** A saved address as it is written on a parcel. */
export class SavedAddressLabel {
  constructor(
    private readonly saved: Pick<SavedAddress, 'address' | 'countryCode'>,
    private readonly keptUntil: string,
  ) {}

  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    const { address, countryCode } = this.saved;
    return session.answerAddress(address, mark, coordinate, {
      countryCode,
      keptUntil: this.keptUntil,
      format: (opened) => formatAddress(opened).join('\n'),
    });
  }
}

/** A saved address in the parts of its form. */
export class SavedAddressParts {
  constructor(
    private readonly saved: Pick<SavedAddress, 'address'>,
    private readonly keptUntil: string,
  ) {}

  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string) {
    return answerAddressParts(session, this.saved.address, mark, coordinate, this.keptUntil);
  }
}
