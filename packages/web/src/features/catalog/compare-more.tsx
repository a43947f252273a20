import { useQuery } from '@apollo/client/react';
import { LinkButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { RelatedProductsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { comparePath } from './compare-state.ts';

/** What could be compared too: products like the first, and the way to all others. */
export function CompareMore({ slugs }: { slugs: readonly string[] }) {
  const t = useText();
  const { api } = useLocale();
  const { data, previousData } = useQuery(RelatedProductsDocument, { variables: { slug: slugs[0] ?? '', ...api } });
  const related = (data ?? previousData)?.relatedProducts ?? [];
  return (
    <section aria-labelledby="more" className="mt-14 flex flex-col items-start gap-5 border-t border-ink pt-8">
      <h2 id="more" className="display-4">
        {t('compare.addMore')}
      </h2>
      <ul className="flex flex-wrap gap-3">
        {related
          .filter(({ slug }) => !slugs.includes(slug))
          .map(({ slug, title }) => (
            <li key={slug}>
              <LocalLink
                to={comparePath([...slugs, slug])}
                aria-label={t('compare.addNamed', { name: title })}
                preventScrollReset
                className="inline-flex min-h-9 items-center gap-2 rounded-full border border-outline px-4 text-small transition-colors pointer-coarse:min-h-11 hover:border-ink"
              >
                <Icon name="plus" className="size-3.5" />
                {title}
              </LocalLink>
            </li>
          ))}
      </ul>
      <LinkButton tone="plain" to="/shop">
        {t('nav.all')}
      </LinkButton>
    </section>
  );
}
