import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalAccess } from '../privacy/personal-value.type.ts';
import { Purpose } from '../privacy/purpose.ts';
import { ConsentMeans, ConsentPurpose, ConsentState } from './consent-vocabulary.ts';

/** What a decision about marketing is kept for: to act by it, and to be able to show it (GDPR article 7(1)). */
export const CONSENT_MARK = {
  category: 'CONSENT',
  purposes: ['PRODUCT_NEWS', 'SERVICE_REMINDERS', 'LEGAL_OBLIGATION'],
} as const;

const SHAPE = 'It is the shape of an answer; the value itself is marked on the field that has this type.';

/** What one agrees to, word for word. */
@ObjectType({ description: 'What one agrees to, word for word; a version never changes.' })
@NonPersonal('It is the same for everybody.')
export class ConsentText {
  @Field(() => Int, { description: 'Its version, from 1; what setConsent takes.' })
  version!: number;

  @Field(() => Language, { description: 'Its language.' })
  language!: Language;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => String, { description: 'The words that one agrees to.' })
  text!: string;
}

/** One decision. */
@ObjectType({ description: 'When and how somebody decided.' })
@NonPersonal(SHAPE)
export class ConsentDecision {
  @Field(() => String, { description: 'When (ISO 8601).' })
  at!: string;

  @Field(() => ConsentMeans, { description: 'How.' })
  means!: ConsentMeans;
}

/** The record of a consent from its giving to its end, as ISO/IEC TS 27560 asks for it. */
@ObjectType({ description: 'The record of a consent, from its giving to its end: revealed, masked, denied or erased.' })
@NonPersonal(SHAPE)
export class PersonalConsentRecord {
  @Field(() => PersonalAccess, { description: 'How it was answered.' })
  access!: PersonalAccess;

  @Field(() => ID, { description: 'A random id; what consentReceipt takes.' })
  id!: string;

  @Field(() => ConsentState, { description: 'Where it stands.' })
  state!: ConsentState;

  @Field(() => ConsentDecision, {
    nullable: true,
    description: 'When and how it was given, if it was and is revealed.',
  })
  given!: ConsentDecision | null;

  @Field(() => ConsentText, { nullable: true, description: 'What was agreed to, if it was and is revealed.' })
  text!: ConsentText | null;

  @Field(() => ConsentDecision, {
    nullable: true,
    description: 'When and how it was withdrawn or refused, if it was and is revealed.',
  })
  ended!: ConsentDecision | null;

  @Field(() => String, {
    nullable: true,
    description: 'When a revealed value is to be dropped from the screen (ISO 8601).',
  })
  until!: string | null;

  @Field(() => [Purpose], { description: 'What the value may be used for.' })
  purposes!: Purpose[];

  @Field(() => String, {
    nullable: true,
    description: 'The day from which it is erased, if the clock has started (ISO 8601 date).',
  })
  keptUntil!: string | null;
}

/** A consent that can be given and withdrawn, with one click each. */
@ObjectType({ description: 'Something that one can agree to, and stop agreeing to, with one click each (P6.6).' })
export class Consent {
  @NonPersonal('It is the same for everybody.')
  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @NonPersonal('Kept in clear, as the state of an order is: who sends news must know whom to leave alone, unopened.')
  @Field(() => Boolean, { description: 'Whether it is given now.' })
  given!: boolean;

  @NonPersonal('It is the same for everybody.')
  @Field(() => ConsentText, { description: 'What one agrees to today.' })
  text!: ConsentText;

  @Personal(CONSENT_MARK)
  @Field(() => [PersonalConsentRecord], { description: "The person's own decisions, newest first." })
  records!: unknown;
}

/** What the shop makes of the signals that a request came with. */
@ObjectType({ description: 'What the shop makes of the privacy signals of the request that asks (P6.5).' })
@NonPersonal('It is about one request, and is kept nowhere.')
export class PrivacySignals {
  @Field(() => Boolean, { description: 'Whether it came with Sec-GPC: 1 or DNT: 1.' })
  sent!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether anything may be counted of such a request, without saying whose it is; the switch of the site can only forbid more.',
  })
  mayCollect!: boolean;
}
