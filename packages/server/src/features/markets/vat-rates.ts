/** The standard rate that applied in a country from a day on, until its next entry. */
export interface VatRate {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 8601 day, in the country's own time. */
  validFrom: string;
  /** Hundredths of a percent: 1900 is 19 %. */
  basisPoints: number;
  source: string;
}

const EVOLUTION =
  'European Commission, "VAT rates applied in the Member States of the European Union", section VIII (June 2021)';
const TEDB = 'European Commission, Taxes in Europe Database (TEDB), as of 2026-08-26';
const CORONA_ACT = 'Zweites Corona-Steuerhilfegesetz, Art. 3 (§ 28 UStG), end of the reduction of 2020';
const HMRC = 'Finance (No. 2) Act 2010, s. 3';
const CHINA = 'Announcement 39/2019 of MOF, STA and GACC; VAT Law of the PRC, in force since 2026-01-01';
const UNITED_STATES = 'The United States have no VAT: prices there exclude sales tax';

/**
 * Standard rates, which is what cosmetics bear everywhere we deliver; for the mainland of each country. Not covered, though within
 * a country listed: the Canaries, Ceuta, Melilla, the Azores, Madeira, Åland, Livigno, Campione, Heligoland, Büsingen, Mount Athos
 * and the French overseas departments, which have rates of their own or none.
 */
export const VAT_RATES: readonly VatRate[] = [
  rate('AT', '1984-01-01', 2000, EVOLUTION),
  rate('BE', '1996-01-01', 2100, EVOLUTION),
  rate('BG', '1999-01-01', 2000, EVOLUTION),
  rate('CY', '2014-01-13', 1900, EVOLUTION),
  rate('CZ', '2013-01-01', 2100, EVOLUTION),
  rate('DE', '2021-01-01', 1900, CORONA_ACT),
  rate('DK', '1992-01-01', 2500, EVOLUTION),
  rate('EE', '2009-07-01', 2000, EVOLUTION),
  rate('EE', '2024-01-01', 2200, TEDB),
  rate('EE', '2025-07-01', 2400, TEDB),
  rate('ES', '2012-09-01', 2100, EVOLUTION),
  rate('FI', '2013-01-01', 2400, EVOLUTION),
  rate('FI', '2024-09-01', 2550, TEDB),
  rate('FR', '2014-01-01', 2000, EVOLUTION),
  rate('GR', '2016-06-01', 2400, EVOLUTION),
  rate('HR', '2012-03-01', 2500, EVOLUTION),
  rate('HU', '2012-01-01', 2700, EVOLUTION),
  rate('IE', '2021-03-01', 2300, TEDB),
  rate('IT', '2013-10-01', 2200, EVOLUTION),
  rate('LT', '2009-09-01', 2100, EVOLUTION),
  rate('LU', '2015-01-01', 1700, EVOLUTION),
  rate('LU', '2023-01-01', 1600, TEDB),
  rate('LU', '2024-01-01', 1700, TEDB),
  rate('LV', '2012-07-01', 2100, EVOLUTION),
  rate('MT', '2004-01-01', 1800, EVOLUTION),
  rate('NL', '2012-10-01', 2100, EVOLUTION),
  rate('PL', '2011-01-01', 2300, EVOLUTION),
  rate('PT', '2011-01-01', 2300, EVOLUTION),
  rate('RO', '2017-01-01', 1900, TEDB),
  rate('RO', '2025-08-01', 2100, TEDB),
  rate('SE', '1990-07-01', 2500, EVOLUTION),
  rate('SI', '2013-07-01', 2200, EVOLUTION),
  rate('SK', '2011-01-01', 2000, EVOLUTION),
  rate('SK', '2025-01-01', 2300, TEDB),
  rate('GB', '2011-01-04', 2000, HMRC),
  rate('CN', '2019-04-01', 1300, CHINA),
  rate('US', '1970-01-01', 0, UNITED_STATES),
];

function rate(country: string, validFrom: string, basisPoints: number, source: string): VatRate {
  return { country, validFrom, basisPoints, source };
}
