import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import { CatalogueSnapshot } from '../features/catalog/catalogue-snapshot.ts';
import { registerMailJobs } from '../features/order-mail/register-mail-jobs.ts';
import { registerPaymentJobs } from '../features/payments/register-payment-jobs.ts';
import { createSandboxPaymentInstitution } from '../features/payments/sandbox/sandbox-payment-institution.ts';
import { type Clock, systemClock } from '../platform/clock/clock.ts';
import type { Audience } from '../platform/graphql/permission.ts';
import { JobWorker } from '../platform/jobs/job-worker.ts';
import { openMailTransport } from '../platform/mail/open-mail-transport.ts';
import { lockDataFolder } from '../platform/orm/process-lock.ts';
import { dialectOf } from '../platform/orm/store.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { RequestContext } from './context.ts';
import { servedSchema } from './graphql/build-schema.ts';
import { createApollo } from './graphql/create-apollo.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { addShopRoutes } from './http/shop-routes.ts';
import { readTrustedDocuments } from './http/web-routes.ts';
import { closePrivacy, openPrivacy } from './open-privacy.ts';
import { webDistFolder } from './package-folder.ts';
import type { Progress, Shop } from './shop.ts';

/** What a shop is opened with. */
export interface ShopOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock?: Clock;
  readonly progress?: Progress;
  /** False leaves the site out, for tests of the API alone. */
  readonly site?: boolean;
}

/** Opens the stores, brings them up to date, loads the catalogue and prepares the HTTP server; it does not listen yet. */
export async function openShop(options: ShopOptions): Promise<Shop> {
  const { config, logger, clock = systemClock, progress = () => undefined } = options;
  const onError = (error: unknown) => logger.error({ err: error }, 'background work failed');
  const lock = dialectOf(config.mainUrl) === 'sqlite' ? lockDataFolder(config.dataDir) : null;
  const core = await openPrivacy({ config, clock, logger, progress });
  const catalogue = await CatalogueSnapshot.load({ store: core.stores.main, bus: core.bus, onError });
  const payments = { core, institution: institutionOf(config), publicUrl: config.publicUrl, logger };
  const mail = {
    core,
    transport: openMailTransport({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      agreementKey: config.mailAgreement,
      production: config.production,
    }),
    publicUrl: config.publicUrl,
    production: config.production,
    logger,
  };
  const jobs = new JobWorker({ store: core.stores.main, bus: core.bus, clock, logger });
  registerPaymentJobs(jobs, payments);
  registerMailJobs(jobs, mail);
  const servers = apolloServers(logger);
  const http = await createHttpServer({
    logger,
    secure: config.publicUrl.startsWith('https:'),
    formTargets: config.sandboxPort === null ? [] : [`http://127.0.0.1:${config.sandboxPort}`],
  });
  const shop: Shop = {
    config,
    logger,
    core,
    catalogue,
    jobs,
    payments,
    mail,
    apollo: servers.for,
    http,
    close: async () => {
      await http.close();
      await jobs.close();
      await servers.stop();
      await catalogue.close();
      await closePrivacy(core);
      lock?.release();
    },
  };
  await servers.for('public');
  await addShopRoutes(http, shop, options.site ?? true);
  await jobs.start();
  return shop;
}

function institutionOf(config: Config) {
  if (config.sandboxPort === null) {
    throw new ConfigError('No payment institution is configured; the sandbox is refused in production.');
  }
  return createSandboxPaymentInstitution({
    url: `http://127.0.0.1:${config.sandboxPort}`,
    apiKey: config.secrets.institutionApiKey,
    webhookSecret: config.secrets.webhookSecret,
  });
}

function apolloServers(logger: Logger) {
  const trusted = readTrustedDocuments(webDistFolder());
  const servers = new Map<Audience, Promise<ApolloServer<RequestContext>>>();
  return {
    for: (audience: Audience) => {
      let server = servers.get(audience);
      if (!server) {
        const created = createApollo(servedSchema(audience), trusted, logger);
        server = created.start().then(() => created);
        servers.set(audience, server);
      }
      return server;
    },
    stop: async () => {
      for (const server of servers.values()) await (await server).stop();
    },
  };
}
