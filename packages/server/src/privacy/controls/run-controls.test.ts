import { afterAll, beforeAll, expect, it } from 'vitest';
import { openShopOn, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { Job } from '../../platform/jobs/job.entity.ts';
import type { ControlResult } from '../registry/privacy-registry.ts';
import { ControlOutcome } from './control-outcome.entity.ts';

describeEachDialect('The controls', (open) => {
  let test: TestShop;
  let answer: () => Promise<ControlResult> = async () => ({ state: 'GREEN', finding: 'All is well.' });
  beforeAll(async () => {
    test = await openShopOn(await open());
    test.shop.core.registry.registerControl({ name: 'of the test', clause: 'P4.4', check: () => answer() });
  });
  afterAll(() => test.close());

  const metrics = async () => (await fetch(`${test.url}/metrics`)).text();
  const reports = () =>
    test
      .logged()
      .split('\n')
      .filter((line) => line.includes('CONTROL_RED'));
  const em = () => test.shop.core.stores.main.em.fork();
  /** Has the recurring job come round again. */
  const comeRound = async () => {
    await test.shop.jobs.runDue();
    await em().nativeUpdate(Job, { kind: 'run-controls' }, { runAt: new Date(0) });
    await test.shop.jobs.runDue();
  };

  it('are run by a recurring job, and what they found stands in the metrics', async () => {
    await comeRound();
    expect(await metrics()).toContain('privacy_control{name="of the test",clause="P4.4"} 1');
    expect(await metrics()).toContain('privacy_control{name="blind indexes of orders",clause="P4.6"} 1');
    expect(await metrics()).toMatch(/privacy_control_checked_timestamp_seconds\{name="of the test"\} 1\d{9}/);
    expect(reports()).toEqual([]);
  });

  it('report what is red as an error, keep the finding, and turn green again', async () => {
    answer = async () => ({ state: 'RED', finding: '2 rows are in the clear.' });
    await comeRound();
    expect(await metrics()).toContain('privacy_control{name="of the test",clause="P4.4"} 0');
    expect(JSON.parse(reports()[0] ?? '')).toMatchObject({
      level: 50,
      control: 'of the test',
      clause: 'P4.4',
      finding: '2 rows are in the clear.',
    });
    expect(await em().findOneOrFail(ControlOutcome, { name: 'of the test' })).toMatchObject({
      state: 'RED',
      finding: '2 rows are in the clear.',
    });
    answer = async () => ({ state: 'GREEN', finding: 'All is well.' });
    await comeRound();
    expect(await metrics()).toContain('privacy_control{name="of the test",clause="P4.4"} 1');
  });

  it('are red when they cannot be run, without the words of the error', async () => {
    answer = () => Promise.reject(Object.assign(new Error('says Testa Mustermann'), { code: 'UNREACHABLE' }));
    await comeRound();
    expect(await metrics()).toContain('privacy_control{name="of the test",clause="P4.4"} 0');
    const { finding } = await em().findOneOrFail(ControlOutcome, { name: 'of the test' });
    expect(finding).toBe('It could not be checked (UNREACHABLE).');
    expect(test.logged()).not.toContain('Mustermann');
  });
});
