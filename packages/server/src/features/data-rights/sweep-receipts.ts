import type { PrivacyCore } from '../../privacy/core.ts';
import { finalMomentOf } from '../../privacy/keys/final-moment.ts';
import { ErasureRequest } from './erasure-request.entity.ts';

const DAY_MS = 86_400_000;

/** How long a request that was cancelled can be told from one that never was: it is about nobody. */
const CANCELLED_DAYS = 30;

/** Deletes receipts whose time after the final date is over, and requests that were cancelled; both are about nobody, so no retention rule finds them. */
export async function sweepReceipts(core: PrivacyCore): Promise<void> {
  const now = core.clock.now().getTime();
  const em = core.stores.main.em.fork();
  await em.nativeDelete(ErasureRequest, {
    state: 'CANCELLED',
    cancelledAt: { $lt: new Date(now - CANCELLED_DAYS * DAY_MS) },
  });
  const kept = core.registry.retentionDays.ERASURE_RECEIPT * DAY_MS;
  const before = new Date(now - kept);
  const executed = await em.find(
    ErasureRequest,
    { state: 'EXECUTED', executedAt: { $lt: before } },
    { fields: ['keyEpoch'] },
  );
  for (const epoch of new Set(executed.map(({ keyEpoch }) => keyEpoch ?? 0))) {
    const { at, isFinal } = await finalMomentOf(core, epoch);
    if (isFinal && at < before)
      await em.nativeDelete(ErasureRequest, { state: 'EXECUTED', executedAt: { $lt: before }, keyEpoch: epoch });
  }
}
