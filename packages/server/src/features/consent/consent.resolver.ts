import { Customer } from '@barrier/schema/accounts/customer.type.ts';
import {
  ConsentReceiptArgs,
  ConsentsArgs,
  SetConsentArgs,
  UnsubscribeArgs,
} from '@barrier/schema/consent/consent.args.ts';
import { ConsentsPayload, UnsubscribePayload } from '@barrier/schema/consent/consent.result.ts';
import { CONSENT_MARK, Consent, PrivacySignals } from '@barrier/schema/consent/consent.type.ts';
import { NonPersonal, Personal } from '@barrier/schema/privacy/marks.ts';
import { PersonalText } from '@barrier/schema/privacy/personal-value.type.ts';
import { Args, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import type { ConsentContext } from './consent-context.ts';
import { objectToMarketing } from './object-to-marketing.ts';
import { setConsent } from './set-consent.ts';
import { showReceipt } from './show-receipt.ts';
import { unsubscribe } from './unsubscribe.ts';
import { viewConsents } from './view-consents.ts';

const MARKED = 'Each field of what it answers is marked.';

/** What customers agree to and stop agreeing to, and what browsers say for them (P3.2, P6.5, P6.6). */
@Resolver(() => Customer)
export class ConsentResolver {
  @NonPersonal(MARKED)
  @FieldResolver(() => [Consent], { description: 'All that they can agree to; nothing is agreed to before they do.' })
  consents(@Args(() => ConsentsArgs) { language }: ConsentsArgs, @Ctx() context: ConsentContext): Promise<Consent[]> {
    return viewConsents(context, language);
  }

  @NonPersonal(MARKED)
  @Mutation(() => ConsentsPayload, { description: 'Gives or withdraws a consent: one call either way (P6.6).' })
  setConsent(
    @Args(() => SetConsentArgs) args: SetConsentArgs,
    @Ctx() context: ConsentContext,
  ): Promise<ConsentsPayload> {
    return setConsent(context, args);
  }

  @NonPersonal(MARKED)
  @Mutation(() => ConsentsPayload, {
    description: 'Objects to all marketing (GDPR article 21): it stops at once, also what waits to be sent.',
  })
  objectToMarketing(
    @Args(() => ConsentsArgs) args: ConsentsArgs,
    @Ctx() context: ConsentContext,
  ): Promise<ConsentsPayload> {
    return objectToMarketing(context, args);
  }

  @Personal(CONSENT_MARK)
  @Query(() => PersonalText, {
    nullable: true,
    description: 'The receipt of a consent record, as JSON-LD with the fields of ISO/IEC TS 27560.',
  })
  consentReceipt(
    @Args(() => ConsentReceiptArgs) { id }: ConsentReceiptArgs,
    @Ctx() context: ConsentContext,
  ): Promise<unknown> {
    return showReceipt(context, id);
  }

  @Mutation(() => UnsubscribePayload, {
    description:
      'Ends what a mail was sent for, by its link alone. The answer does not tell whether the link is known.',
  })
  async unsubscribe(
    @Args(() => UnsubscribeArgs) { token }: UnsubscribeArgs,
    @Ctx() { core }: ConsentContext,
  ): Promise<UnsubscribePayload> {
    await unsubscribe(core, token);
    return { accepted: true, userErrors: [] };
  }

  @NonPersonal(MARKED)
  @Query(() => PrivacySignals, { description: 'What the shop makes of the privacy signals of this request.' })
  privacySignals(@Ctx() { privacySignal, mayCollect }: ConsentContext): PrivacySignals {
    return { sent: privacySignal, mayCollect };
  }
}
