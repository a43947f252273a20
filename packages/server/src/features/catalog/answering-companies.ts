import type { ResponsiblePerson } from '@barrier/schema/catalog/company.type.ts';
import type { Market } from '@barrier/schema/market/market.type.ts';
import { marketOf } from '../markets/market-of.ts';
import { MARKETS } from './locale.ts';
import type { Company, ResponsiblePersons } from './product.entity.ts';

/**
 * Who answers for a product in each market, in the order of `MARKETS`. That is whoever is named for the market, or else a
 * manufacturer at home in it (Regulation (EC) 1223/2009, article 4). The United Kingdom accepts nobody from outside, so that
 * naming the Union's person there would be wrong; buyers elsewhere are better told of that one than of nobody.
 */
export function answeringCompanies(
  named: ResponsiblePersons,
  manufacturer: Company | null,
): readonly (ResponsiblePerson | null)[] {
  const answersIn = (market: Market): ResponsiblePerson | null => {
    const atHome = manufacturer && marketOf(manufacturer.country) === market ? manufacturer : null;
    const company = named[market] ?? atHome;
    return company && { market, company };
  };
  return MARKETS.map((market) => answersIn(market) ?? (market === 'GB' ? null : answersIn('EU')));
}
