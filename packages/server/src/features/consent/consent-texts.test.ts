import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { consentText, currentVersion } from './consent-texts.ts';
import { CONSENT_PURPOSES } from './end-consents.ts';

/** Hashes of every text that was ever asked to be agreed to. Add a line for a new version; never change or take away one that has landed. */
const FROZEN: Readonly<Record<string, string>> = {
  'PRODUCT_NEWS/1/EN': 'd8239093013ca1f62e9b7a8da48e6edb',
  'PRODUCT_NEWS/1/DE': '586ead10f68631c560e4ccd0ce60f959',
  'PRODUCT_NEWS/1/ZH': 'fa0eb3afe3ff7a2574623f9ebab1c3fd',
  'SERVICE_REMINDERS/1/EN': '82b3573fa35f88c445d3706244c603fa',
  'SERVICE_REMINDERS/1/DE': 'ade0e93c243106a5f3275c9d5d42b5d1',
  'SERVICE_REMINDERS/1/ZH': '4688e7747f2aeec31688c0f786392d9f',
};

it('The texts of consents are those of the frozen list: what somebody agreed to cannot be changed afterwards', () => {
  const written = CONSENT_PURPOSES.flatMap((purpose) =>
    Array.from({ length: currentVersion(purpose) }, (_, at) => at + 1).flatMap((version) =>
      (['EN', 'DE', 'ZH'] as const).map((language) => {
        const { title, text } = consentText(purpose, version, language);
        const hash = createHash('sha256')
          .update(JSON.stringify([title, text]))
          .digest('hex');
        return [`${purpose}/${version}/${language}`, hash.slice(0, 32)];
      }),
    ),
  );
  expect(Object.fromEntries(written)).toEqual(FROZEN);
});

it('There is no version that was not written', () => {
  expect(() => consentText('PRODUCT_NEWS', currentVersion('PRODUCT_NEWS') + 1, 'EN')).toThrow(RangeError);
});
