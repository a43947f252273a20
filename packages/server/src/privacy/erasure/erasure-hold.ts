import type { SqlEntityManager } from '@mikro-orm/sql';
import type { ErasureHold, PrivacyRegistry } from '../registry/privacy-registry.ts';

/**
 * What keeps a subject's rows for now, over all registrations; null if they may go. What must be finished weighs more than what
 * can be ended: while it lasts nothing else is ended in vain.
 */
export async function erasureHold(
  { erasures }: PrivacyRegistry,
  em: SqlEntityManager,
  subjectId: string,
): Promise<ErasureHold | null> {
  let found: ErasureHold | null = null;
  for (const { hold } of erasures) {
    const held = (await hold?.(em, subjectId)) ?? null;
    if (held === 'UNDER_WAY') return held;
    found ??= held;
  }
  return found;
}
