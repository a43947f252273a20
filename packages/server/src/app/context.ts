import type { SqlEntityManager } from '@mikro-orm/sql';
import type { AccessSession } from '../privacy/access/access-session.ts';
import type { Viewer } from '../privacy/access/viewer.ts';
import type { ExecutionContext } from './graphql/fast-execution.ts';
import type { Shop } from './shop.ts';

/** What resolvers find in the context of an operation. Features state what they need of it in interfaces of their own. */
export interface RequestContext extends ExecutionContext {
  readonly shop: Shop;
  readonly viewer: Viewer;
  readonly access: AccessSession;
  readonly em: SqlEntityManager;
}
