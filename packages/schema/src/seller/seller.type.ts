import { Field, ObjectType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

const IMPRINT =
  'What a company has to make public of itself (Directive 2000/31/EC, article 5). The law has the names of those who represent it published as well, in the register and in the imprint: they stand here for the company, not for themselves.';

/** A tax registration of the seller in another country than its own. */
@ObjectType({ simpleResolvers: true, description: 'A tax registration of the seller in another country than its own.' })
@NonPersonal(IMPRINT)
export class VatRegistration {
  @Field(() => String, { description: 'The country, as an ISO 3166-1 code of two letters.' })
  country!: string;

  @Field(() => String, { description: 'The number there.' })
  vatId!: string;
}

/** Who sells: with whom a contract is made, as imprint, terms and invoices name them. */
@ObjectType({ simpleResolvers: true, description: 'Who sells here, as imprint, terms and invoices name them.' })
@NonPersonal(IMPRINT)
export class Seller {
  @Field(() => String, { description: 'The legal name.' })
  name!: string;

  @Field(() => [String], { description: 'The postal address, line by line, without the country.' })
  addressLines!: string[];

  @Field(() => String, { description: 'The country of that address, as an ISO 3166-1 code of two letters.' })
  country!: string;

  @Field(() => [String], { description: 'Who represents the company in law, such as its managing directors.' })
  representatives!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The register and the number in it; null for who stands in none.',
  })
  register!: string | null;

  @Field(() => String, { description: 'The VAT identification number.' })
  vatId!: string;

  @Field(() => [VatRegistration], { description: 'VAT numbers in other countries.' })
  vatRegistrations!: VatRegistration[];

  @Field(() => String, { description: 'Where questions about orders and goods are answered.' })
  email!: string;

  @Field(() => String, { description: 'Where to report that a product harms or is faulty.' })
  safetyEmail!: string;

  @Field(() => String, { description: 'Where to declare that one withdraws from a purchase.' })
  withdrawalEmail!: string;

  @Field(() => String, { description: 'Where to ask what is held about oneself, and to have it corrected or erased.' })
  privacyEmail!: string;

  @Field(() => String, { nullable: true, description: 'The telephone number, if there is one.' })
  phone!: string | null;

  @Field(() => String, { description: 'The time zone (IANA) whose calendar days invoices are dated by.' })
  timeZone!: string;

  @Field(() => Boolean, { description: 'Whether this is the invented company of the demo.' })
  demonstration!: boolean;
}
