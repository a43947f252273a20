import type { PrivacyCore } from '../core.ts';
import { findClosedEpochs } from '../keys/find-closed-epochs.ts';
import { findLostKeys } from '../keys/find-lost-keys.ts';
import { findUndoneErasures } from './find-undone-erasures.ts';

/** Watches what a restore of one store can undo: that erased people are known to none of the stores, and living ones have a key. */
export function registerErasureControls(core: Pick<PrivacyCore, 'registry' | 'stores' | 'provider' | 'ledger'>): void {
  core.registry.registerControl({
    name: 'erasures in every store',
    clause: 'P4.6',
    check: async () => {
      let undone = 0;
      for await (const { state, hasKey, hasPseudonym, isInLedger } of findUndoneErasures(core)) {
        if (state === 'ACTIVE' || hasKey || hasPseudonym || !isInLedger) undone += 1;
      }
      const { damaged } = await core.ledger.read();
      if (damaged > 0) {
        return {
          state: 'RED',
          finding: `${damaged} lines of the erasure ledger cannot be read: see docs/runbooks/restore.md.`,
        };
      }
      return undone === 0
        ? { state: 'GREEN', finding: 'What one store knows to be erased is in none of them.' }
        : { state: 'RED', finding: `${undone} erasures do not hold in every store: carry them out by restore:replay.` };
    },
  });
  core.registry.registerControl({
    name: 'keys of living subjects',
    clause: 'P4.4',
    check: async () => {
      const { living, lost } = await findLostKeys(core);
      const closed = await findClosedEpochs(core);
      if (closed.length > 0) {
        return { state: 'RED', finding: `The key provider does not open the keys of epoch ${closed.join(', ')}.` };
      }
      return lost.length === 0
        ? { state: 'GREEN', finding: 'Every living subject has a key, and the key provider opens them.' }
        : { state: 'RED', finding: `${lost.length} of ${living} living subjects have no key: restore the key store.` };
    },
  });
}
