import {
  ChangeSetType,
  type EntityMetadata,
  type EventSubscriber,
  type FlushEventArgs,
  ReferenceKind,
} from '@mikro-orm/core';

/**
 * Refuses to remove by the ORM a row of a kind that others refer to. It would stay in those that are loaded and be written again by the
 * next flush, since they have no accessors by which the ORM makes them forget it (decision 031); `nativeDelete` does not do so.
 */
export class RemovalGuard implements EventSubscriber {
  /** @throws {Error} before anything is written. */
  async onFlush({ em, uow }: FlushEventArgs): Promise<void> {
    for (const { type, meta } of uow.getChangeSets()) {
      if (type !== ChangeSetType.DELETE && type !== ChangeSetType.DELETE_EARLY) continue;
      const referrer = [...em.getMetadata().getAll().values()].find((other) => refersTo(other, meta));
      if (referrer)
        throw new Error(`${meta.className} is referred to by ${referrer.className}: delete it by nativeDelete.`);
    }
  }
}

/** Whether rows of one kind hold the key of another's. */
function refersTo({ relations }: EntityMetadata, { className }: EntityMetadata): boolean {
  return relations.some(({ kind, owner, targetMeta }) => {
    const holdsKey = kind === ReferenceKind.MANY_TO_ONE || (kind === ReferenceKind.ONE_TO_ONE && owner);
    return holdsKey && targetMeta?.className === className;
  });
}
