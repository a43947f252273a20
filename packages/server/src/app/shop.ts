import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { CatalogueSnapshot } from '../features/catalog/catalogue-snapshot.ts';
import type { Bus } from '../platform/bus/bus.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Audience } from '../platform/graphql/permission.ts';
import type { Store } from '../platform/orm/store.ts';
import type { Config } from './config.ts';
import type { RequestContext } from './context.ts';
import type { StoreName } from './stores.ts';

/** The shop at work: what is opened once at start and shared by all requests. */
export interface Shop {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly bus: Bus;
  readonly stores: Readonly<Record<StoreName, Store>>;
  readonly catalogue: CatalogueSnapshot;
  /** The GraphQL server of an audience; started when first asked for (D17). */
  apollo(audience: Audience): Promise<ApolloServer<RequestContext>>;
  readonly http: FastifyInstance;
  /** Stops taking requests, finishes those under way and closes everything. */
  close(): Promise<void>;
}

/** Told of each step of the start, for whoever waits in a terminal. */
export type Progress = (step: string) => void;
