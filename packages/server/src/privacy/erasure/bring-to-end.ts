import type { PrivacyCore } from '../core.ts';

/** Asks every feature to end what it has under way for a subject; answers the first failure, which is told if something indeed is left. */
export async function bringToEnd({ registry }: Pick<PrivacyCore, 'registry'>, subjectId: string): Promise<unknown> {
  let failure: unknown;
  for (const { bringToEnd: end } of registry.endings) {
    await end(subjectId).catch((error: unknown) => {
      failure ??= error;
    });
  }
  return failure;
}
