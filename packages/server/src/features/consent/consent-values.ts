import type { PersonalConsentRecord } from '@barrier/schema/consent/consent.type.ts';
import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { AccessSession } from '../../privacy/access/access-session.ts';
import type { OpenedAnswer } from '../../privacy/access/personal-answer.ts';
import type { Agreement, ConsentRecord, Decision } from './consent-record.entity.ts';
import { consentText } from './consent-texts.ts';

// What a resolver of a `@personal` field returns: the access session is asked at the door (D7).

const DAY_MS = 86_400_000;

/** The day from which a record is erased (ISO 8601 date); null while the consent stands. @param days how long it is kept after its end. */
export function consentKeptUntil({ endedOn }: Pick<ConsentRecord, 'endedOn'>, days: number): string | null {
  return endedOn == null ? null : dayOf(new Date(Date.parse(endedOn) + (days + 1) * DAY_MS));
}

/** A record as it was opened; what is not revealed is null. */
export interface OpenedRecord {
  /** How it was answered. */
  readonly decision: Omit<OpenedAnswer<unknown>, 'value'>;
  readonly given: Agreement | null;
  readonly ended: Decision | null;
}

/** Opens both halves of a record, at the cost of one entry in the access log. @throws if the record has neither. */
export async function openRecord(
  record: ConsentRecord,
  session: AccessSession,
  mark: PersonalMark,
  coordinate: string,
  days: number,
): Promise<OpenedRecord> {
  const keptUntil = consentKeptUntil(record, days);
  const [given, ended] = await Promise.all([
    session.openNow(record.given, mark, coordinate, { keptUntil }),
    session.openNow(record.ended, mark, coordinate, { keptUntil }),
  ]);
  const answer = given ?? ended;
  if (!answer) throw new Error('A record of a consent says neither that it was given nor that it was not.');
  const { value: _value, ...decision } = answer;
  return { decision, given: given?.value ?? null, ended: ended?.value ?? null };
}

/** A person's records for one purpose. */
export class ConsentRecords {
  constructor(
    private readonly records: readonly ConsentRecord[],
    private readonly days: number,
  ) {}

  async answerPersonal(
    session: AccessSession,
    mark: PersonalMark,
    coordinate: string,
  ): Promise<PersonalConsentRecord[]> {
    const opened = await Promise.all(
      this.records.map(async (record) => ({
        record,
        ...(await openRecord(record, session, mark, coordinate, this.days)),
      })),
    );
    const lastOf = ({ given, ended }: OpenedRecord) => ended?.at ?? given?.at ?? '';
    return opened
      .sort((a, b) => lastOf(b).localeCompare(lastOf(a)))
      .map(({ record: { id, state, purpose }, decision, given, ended }) => ({
        ...decision,
        id,
        state,
        given: given && { at: given.at, means: given.means },
        text: given && {
          version: given.version,
          language: given.language,
          ...consentText(purpose, given.version, given.language),
        },
        ended,
      }));
  }
}
