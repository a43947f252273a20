import type { AccessEvent } from '../access-log/access-event.ts';
import type { Viewer } from './viewer.ts';

/**
 * How the log names a viewer who was granted something about a subject. A subject is not named: an id of theirs would outlive
 * the pseudonym.
 */
export function loggedViewer(viewer: Viewer): Pick<AccessEvent, 'viewerKind' | 'viewerId' | 'role'> {
  switch (viewer.kind) {
    case 'visitor':
    case 'customer':
      return { viewerKind: 'subject', viewerId: null, role: null };
    case 'staff':
      return { viewerKind: 'staff', viewerId: viewer.staffId, role: viewer.role };
    case 'partner':
      return { viewerKind: 'partner', viewerId: viewer.partnerId, role: viewer.recipient };
    case 'system':
      return { viewerKind: 'system', viewerId: viewer.task, role: null };
  }
}
