/** What every word of the privacy vocabulary carries: its plain meaning, its W3C Data Privacy Vocabulary term and the clause it comes from. */
export interface Term {
  /** One plain sentence, shown on the data map and in the playground. */
  readonly description: string;
  /** The term's IRI in the W3C Data Privacy Vocabulary (DPV 2) or one of its extensions, in prefixed form. */
  readonly dpv: string;
  /** The clause of the privacy policy that carries it (P2.2 …). */
  readonly clause: string;
}

/** The `valuesConfig` that TypeGraphQL wants, made from a vocabulary so that the two cannot differ. */
export function describeValues<Value extends string>(vocabulary: Readonly<Record<Value, Term>>) {
  return Object.fromEntries(
    Object.entries<Term>(vocabulary).map(([value, term]) => [
      value,
      { description: `${term.description} (${term.dpv}, ${term.clause})` },
    ]),
  ) as Record<Value, { description: string }>;
}
