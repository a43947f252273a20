import { useState } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { ProductListQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { foldName } from './fold-name.ts';

type Value = ProductListQuery['products']['facets'][number]['values'][number];

/** How many values a facet shows before it is asked for all. */
const SHORT = 8;

/** More values than this are searched rather than read through. */
const LONG = 20;

interface FacetValuesProps {
  readonly legend: string;
  readonly values: readonly Value[];
  readonly isChosen: (value: string) => boolean;
  readonly onChoose: (value: string, chosen: boolean) => void;
}

/** The values of a facet with how many products each would leave; a long list has a field that searches in it. */
export function FacetValues({ legend, values, isChosen, onChoose }: FacetValuesProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const row = ({ value, label, count }: Value) => (
    <li key={value}>
      <Checkbox
        checked={isChosen(value)}
        onChange={(chosen) => onChoose(value, chosen)}
        note={String(count)}
        noteLabel={t('list.count', { count })}
      >
        {label}
      </Checkbox>
    </li>
  );
  const wanted = foldName(typed.trim());
  const named = wanted === '' ? null : values.filter(({ label }) => foldName(label).includes(wanted));
  const [first, rest] = [values.slice(0, SHORT), values.slice(SHORT)];
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      {values.length > LONG && (
        <div className="mb-3">
          <TextField
            type="search"
            label={t('facet.find', { name: legend })}
            unmarked
            value={typed}
            onChange={setTyped}
            autoComplete="off"
            spellCheck={false}
            // Enter has nothing to send here.
            onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          />
        </div>
      )}
      {named !== null && (
        <div role="status">
          {named.length === 0 ? <p className="py-2 text-small text-ink-soft">{t('facet.nothing')}</p> : null}
        </div>
      )}
      {named === null ? (
        <>
          <ul>{first.map(row)}</ul>
          {rest.length > 0 && (
            <details className="group/rest">
              <summary className="inline-link inline-block py-2 text-fine text-ink-soft group-open/rest:hidden">
                {t('facet.more', { count: rest.length })}
              </summary>
              <ul>{rest.map(row)}</ul>
            </details>
          )}
        </>
      ) : (
        <ul>{named.map(row)}</ul>
      )}
    </fieldset>
  );
}
