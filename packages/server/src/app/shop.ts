import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { CatalogueSnapshot } from '../features/catalog/catalogue-snapshot.ts';
import type { PictureFiles } from '../features/catalog/rendering/picture-files.ts';
import type { PictureRenderer } from '../features/catalog/rendering/picture-renderer.ts';
import type { DownloadDeps } from '../features/data-rights/download/download-deps.ts';
import type { MailDeps } from '../features/mail/mail-deps.ts';
import type { PaymentDeps } from '../features/payments/payment-deps.ts';
import type { Audience } from '../platform/graphql/permission.ts';
import type { JobWorker } from '../platform/jobs/job-worker.ts';
import type { RawSql } from '../platform/orm/raw-sql.ts';
import type { HashKey } from '../platform/tokens/hash-key.ts';
import type { PrivacyCore } from '../privacy/core.ts';
import type { Config } from './config.ts';
import type { RequestContext } from './context.ts';

/** The shop at work: what is opened once at start and shared by all requests. */
export interface Shop {
  readonly config: Config;
  readonly logger: Logger;
  /** Stores, clock, bus, keys, vault and log. */
  readonly core: PrivacyCore;
  /** The main store, for statements written by hand. */
  readonly sql: RawSql;
  readonly catalogue: CatalogueSnapshot;
  readonly pictures: { readonly files: PictureFiles; readonly renderer: PictureRenderer };
  readonly jobs: JobWorker;
  /** What the shop recognises without keeping it: repeated orders, mailed codes, passkeys (D2). */
  readonly fingerprintKey: HashKey;
  readonly payments: PaymentDeps;
  readonly mail: MailDeps;
  readonly downloads: DownloadDeps;
  /** The GraphQL server of an audience; started when first asked for (D17). */
  apollo(audience: Audience): Promise<ApolloServer<RequestContext>>;
  readonly metrics: Registry;
  readonly http: FastifyInstance;
  /** Listens on PORT, and on OPS_PORT if that is set; answers the public address. */
  listen(): Promise<string>;
  /** Says at /health/ready that the process is about to end, and serves on meanwhile, each connection for one last answer. */
  drain(graceMs: number): Promise<void>;
  /** Stops taking requests, finishes those under way and closes everything. */
  close(): Promise<void>;
}

/** Told of each step of the start, for whoever waits in a terminal. */
export type Progress = (step: string) => void;
