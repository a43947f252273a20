/** Who sells: one company, as it states itself in public (docs/seller-file.md). */
export interface Seller {
  /** The legal name. */
  readonly name: string;
  /** Without the country. */
  readonly addressLines: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Who represents the company in law; public by law (§ 35a GmbHG). */
  readonly representatives: readonly string[];
  /** Register and number; null for who stands in none. */
  readonly register: string | null;
  readonly vatId: string;
  /** VAT numbers in other countries, by ISO 3166-1 alpha-2. */
  readonly vatIdIn: Readonly<Record<string, string>>;
  readonly email: SellerEmail;
  readonly phone: string | null;
  /** IANA name of the time zone whose calendar days the tax office counts by. */
  readonly timeZone: string;
}

/** Where the seller is written to, by what it is about. */
export interface SellerEmail {
  readonly service: string;
  readonly safety: string;
  readonly withdrawal: string;
  readonly privacy: string;
}
