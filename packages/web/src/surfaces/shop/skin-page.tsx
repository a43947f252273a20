import { useEffect, useRef, useState } from 'react';
import { DevicePageFrame } from '../../features/on-device/device-nav.tsx';
import { RankedList } from '../../features/on-device/ranked-list.tsx';
import { SkinQuiz } from '../../features/on-device/skin-quiz.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** What the visitor says of their skin, and the shop in the order that fits it; neither leaves the browser. */
export function Page() {
  const t = useText();
  const { api } = useLocale();
  const [done, setDone] = useState(0);
  const results = useRef<HTMLElement>(null);
  useEffect(() => {
    if (done === 0) return;
    results.current?.focus({ preventScroll: true });
    results.current?.scrollIntoView();
  }, [done]);
  return (
    <>
      <PageHead title={t('quiz.title')} description={t('quiz.lead')} />
      <DevicePageFrame title={t('quiz.title')} lead={t('quiz.lead')}>
        <SkinQuiz onDone={() => setDone(done + 1)} />
        {done > 0 && (
          <section ref={results} tabIndex={-1} aria-labelledby="ranked" className="scroll-mt-28 pt-20 outline-none">
            <h2 id="ranked" className="display-3 mb-4">
              {t('rank.title')}
            </h2>
            <RankedList level={3} words={api} />
          </section>
        )}
      </DevicePageFrame>
    </>
  );
}
