import { Field, ObjectType } from 'type-graphql';
import { Market } from '../market/market.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

const ORGANISATION =
  'An organisation: whoever brings a product to market states name and addresses on the pack and in the offer (Regulation (EC) 1223/2009, article 19; Regulation (EU) 2023/988, article 19).';

/** Who made a product or answers for it, as the law wants to see it in an offer. */
@ObjectType({ simpleResolvers: true, description: 'A company that made a product or answers for it.' })
@NonPersonal(ORGANISATION)
export class Company {
  @Field(() => String, { description: 'Its registered name or trade mark.' })
  name!: string;

  @Field(() => String, { description: 'Its postal address without the country, on one line.' })
  address!: string;

  @Field(() => String, { description: 'The country of that address, as an ISO 3166-1 code of two letters.' })
  country!: string;

  @Field(() => String, { description: 'Where it is reached electronically: an e-mail address or a web page.' })
  contact!: string;
}

/** Who answers for a product's safety in a market. */
@ObjectType({ simpleResolvers: true, description: "Who answers for a product's safety, and where." })
@NonPersonal(ORGANISATION)
export class ResponsiblePerson {
  @Field(() => Market, {
    description: 'The market they answer in; the European Union, too, where the market asked for names nobody.',
  })
  market!: Market;

  @Field(() => Company, { description: 'The company.' })
  company!: Company;
}
