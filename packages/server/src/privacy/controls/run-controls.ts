import type { Logger } from 'pino';
import { errorCodeOf } from '../../platform/jobs/job-error-code.ts';
import type { PrivacyCore } from '../core.ts';
import type { ControlRegistration, ControlResult } from '../registry/privacy-registry.ts';
import { ControlOutcome } from './control-outcome.entity.ts';

/**
 * Runs every registered control and keeps what each found, in place of what it found before. What is red is logged as an error; a
 * control that cannot be run is red, since nobody knows then whether the promise is kept.
 */
export async function runControls(
  { registry, stores, clock }: Pick<PrivacyCore, 'registry' | 'stores' | 'clock'>,
  logger: Logger,
): Promise<void> {
  const em = stores.main.em.fork();
  for (const control of registry.controls) {
    const { name, clause } = control;
    const result = await checked(control);
    if (!result) continue;
    const { state, finding } = result;
    await em.upsert(ControlOutcome, { name, clause, state, finding: finding.slice(0, 500), checkedAt: clock.now() });
    if (state === 'RED') logger.error({ code: 'CONTROL_RED', control: name, clause, finding }, 'a control is red');
  }
  // A control that an earlier version had must not stay red, or green, for ever.
  await em.nativeDelete(ControlOutcome, { name: { $nin: registry.controls.map(({ name }) => name) } });
}

async function checked(control: ControlRegistration): Promise<ControlResult | null> {
  try {
    return await control.check();
  } catch (error) {
    return { state: 'RED', finding: `It could not be checked (${errorCodeOf(error)}).` };
  }
}
