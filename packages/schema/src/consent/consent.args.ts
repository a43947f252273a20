import { ArgsType, Field, ID, Int } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { CONSENT_MARK } from './consent.type.ts';
import { ConsentPurpose } from './consent-vocabulary.ts';

const LANGUAGE = 'One of three languages says nothing about a person.';

/** What `Customer.consents` and `objectToMarketing` take. */
@ArgsType()
export class ConsentsArgs {
  @NonPersonal(LANGUAGE)
  @Field(() => Language, { defaultValue: Language.EN, description: 'The language of texts.' })
  language: Language = Language.EN;
}

/** What `setConsent` takes. */
@ArgsType()
export class SetConsentArgs extends ConsentsArgs {
  @NonPersonal('It is the same for everybody.')
  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Personal(CONSENT_MARK)
  @Field(() => Boolean, { description: 'Whether one agrees.' })
  given!: boolean;

  @NonPersonal('It is the same for everybody.')
  @Field(() => Int, {
    description: 'The version of the text that was read, which must be that of today to agree to it.',
  })
  textVersion!: number;
}

/** What `consentReceipt` takes. */
@ArgsType()
export class ConsentReceiptArgs {
  @NonPersonal('A random id, good for its own person alone.')
  @Field(() => ID, { description: 'The record, as Consent.records names it.' })
  id!: string;
}

/** What `unsubscribe` takes. */
@ArgsType()
export class UnsubscribeArgs {
  @NonPersonal('A random token, looked up by its hash; it carries the right to unsubscribe and no other (D16).')
  @Field(() => String, { description: 'What stands in the link of a mail.' })
  token!: string;
}
