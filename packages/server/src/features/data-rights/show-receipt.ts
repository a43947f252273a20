import type { ErasureReceipt } from '@barrier/schema/data-rights/erasure.type.ts';
import type { ErasureReceiptArgs } from '@barrier/schema/data-rights/rights.input.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import { PublicError } from '../../platform/errors.ts';
import { hashOfToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { finalMomentOf } from '../../privacy/keys/final-moment.ts';
import { describeMeasure } from './describe-measure.ts';
import { shownState } from './erasure-lifecycle.ts';
import { erasureTexts } from './erasure-texts.ts';
import { ReceiptLink } from './receipt-link.entity.ts';

const DAY_MS = 86_400_000;
const NOTHING = { values: {}, records: {}, stays: {} };

/**
 * The receipt of an erasure, for whoever has its address. A wrong token and one whose time is over fail alike (D20).
 * @throws {PublicError} NOT_FOUND; BAD_USER_INPUT by GET, which leaves tokens in histories and logs (D16).
 */
export async function showReceipt(
  { core, method }: { core: PrivacyCore; method: 'GET' | 'POST' },
  { token, language }: ErasureReceiptArgs,
): Promise<ErasureReceipt> {
  if (method === 'GET') throw new PublicError('BAD_USER_INPUT', 'A receipt is asked for by POST only.');
  const link = await core.stores.main.em
    .fork()
    .findOne(ReceiptLink, { tokenHash: hashOfToken(token) }, { populate: ['request'], strategy: 'joined' });
  if (!link) throw new PublicError('NOT_FOUND', 'There is no such receipt. It may be over.');
  const { request } = link;
  const executed = request.executedAt ?? null;
  const final = request.keyEpoch == null ? null : await finalMomentOf(core, request.keyEpoch);
  const { statement } = erasureTexts(language);
  const keptMs = core.registry.retentionDays.ERASURE_RECEIPT * DAY_MS;
  return {
    state: shownState(request.state),
    scope: request.scope,
    statement: statement[executed === null ? 'WAITING' : final?.isFinal ? 'FINAL' : 'EXECUTED'],
    requestedAt: request.requestedAt.toISOString(),
    executedAt: executed?.toISOString() ?? null,
    finalAt: final?.at.toISOString() ?? null,
    isFinal: final?.isFinal ?? false,
    ...describeMeasure(core.registry, request.measure ?? NOTHING, language),
    rescan: request.rescan ?? null,
    checkpoint: request.checkpoint ?? null,
    keptUntil: final ? dayOf(new Date(final.at.getTime() + keptMs)) : null,
  };
}
