import { Disclosure } from '../../components/disclosure.tsx';
import type { FacetKey, ProductListQuery } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { FacetValues } from './facet-values.tsx';
import { chosenValues } from './list-state.ts';

type Facet = ProductListQuery['products']['facets'][number];

/** The facets in the order in which people choose skincare. */
const FACET_NAMES: Readonly<Partial<Record<FacetKey, MessageKey>>> = {
  CATEGORY: 'facet.CATEGORY',
  CONCERN: 'facet.CONCERN',
  SKIN_TYPE: 'facet.SKIN_TYPE',
  TEXTURE: 'facet.TEXTURE',
  FREE_FROM: 'facet.FREE_FROM',
  PRICE: 'facet.PRICE',
  INGREDIENT: 'facet.INGREDIENT',
  SIZE: 'facet.SIZE',
  VENDOR: 'facet.VENDOR',
};

/** Facets that are open at first. */
const OPEN: readonly FacetKey[] = ['CATEGORY', 'CONCERN', 'SKIN_TYPE'];

interface FacetPanelProps {
  readonly facets: readonly Facet[];
  readonly search: URLSearchParams;
  /** Facets that the page itself has settled. */
  readonly without?: readonly FacetKey[];
  readonly onChoose: (key: FacetKey, value: string, chosen: boolean) => void;
}

/** What the list can be narrowed by, with how many products each choice would leave. */
export function FacetPanel({ facets, search, without = [], onChoose }: FacetPanelProps) {
  const t = useText();
  const shown = (Object.keys(FACET_NAMES) as FacetKey[]).flatMap((key) => {
    const facet = facets.find((other) => other.key === key);
    // A facet with one value tells products apart from nothing, unless it was chosen.
    return facet && !without.includes(key) && (facet.values.length > 1 || facet.values.some(({ selected }) => selected))
      ? [facet]
      : [];
  });
  return (
    <div className="border-t border-hairline">
      {shown.map(({ key, values }) => {
        const chosen = chosenValues(search, key);
        const name = FACET_NAMES[key];
        return (
          <Disclosure
            key={key}
            open={OPEN.includes(key) || chosen.length > 0}
            title={
              <span className="text-small">
                {name && t(name)}
                {chosen.length > 0 && <span className="figures ms-2 text-eucalyptus">{chosen.length}</span>}
              </span>
            }
          >
            <FacetValues
              legend={name ? t(name) : key}
              values={values}
              isChosen={(value) => chosen.includes(value)}
              onChoose={(value, on) => onChoose(key, value, on)}
            />
          </Disclosure>
        );
      })}
    </div>
  );
}
