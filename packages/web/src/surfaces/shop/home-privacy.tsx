import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

const PROMISES: readonly { title: MessageKey; body: MessageKey }[] = [
  { title: 'home.promise.follow', body: 'home.promise.followBody' },
  { title: 'home.promise.sealed', body: 'home.promise.sealedBody' },
  { title: 'home.promise.logged', body: 'home.promise.loggedBody' },
  { title: 'home.promise.end', body: 'home.promise.endBody' },
];

/** What makes the shop different: four promises in plain words, each kept by the program. */
export function HomePrivacy() {
  const t = useText();
  return (
    <section aria-labelledby="promises" className="shell pt-24 lg:pt-40">
      <div className="grid gap-x-8 gap-y-10 border-t border-ink pt-8 lg:grid-cols-12">
        <div className="flex flex-col items-start gap-6 lg:col-span-5">
          <h2 id="promises" className="display-2">
            {t('home.promises')}
          </h2>
          <p className="max-w-[32rem] text-lead text-ink-soft">{t('home.promisesLead')}</p>
          <LocalLink to="/data" className="inline-link text-small">
            {t('home.toDataMap')}
          </LocalLink>
        </div>
        <dl className="grid gap-x-8 gap-y-10 sm:grid-cols-2 lg:col-span-6 lg:col-start-7">
          {PROMISES.map(({ title, body }) => (
            <div key={title} className="flex flex-col gap-2">
              <dt className="display-4">{t(title)}</dt>
              <dd className="text-small text-ink-soft">{t(body)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
