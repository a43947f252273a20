import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { registerAccountJobs } from '../features/accounts/register-account-jobs.ts';
import { registerProfileJobs } from '../features/accounts/register-profile-jobs.ts';
import { CatalogueSnapshot } from '../features/catalog/catalogue-snapshot.ts';
import { Product } from '../features/catalog/product.entity.ts';
import { PictureFiles } from '../features/catalog/rendering/picture-files.ts';
import { PictureRenderer } from '../features/catalog/rendering/picture-renderer.ts';
import { registerCheckoutJobs } from '../features/checkout/sweep-checkout.ts';
import { registerConsentJobs } from '../features/consent/register-consent-jobs.ts';
import { registerDataRightsJobs } from '../features/data-rights/register-data-rights-jobs.ts';
import { registerDownloadJobs } from '../features/data-rights/register-download-jobs.ts';
import { registerErasureJobs } from '../features/data-rights/register-erasure-jobs.ts';
import { createMailMetrics } from '../features/mail/mail-metrics.ts';
import { registerMailJobs } from '../features/mail/register-mail-jobs.ts';
import { registerBookJobs } from '../features/orders/shuffle-books.ts';
import { registerReducedOrderJobs } from '../features/orders/sweep-reduced-orders.ts';
import { registerPaymentEnding } from '../features/payments/payment.erasure.ts';
import { registerPaymentJobs } from '../features/payments/register-payment-jobs.ts';
import { createSandboxPaymentInstitution } from '../features/payments/sandbox/sandbox-payment-institution.ts';
import { type SupervisedSandbox, superviseSandbox } from '../features/payments/sandbox/supervise-sandbox.ts';
import { seedPromotions } from '../features/promotions/seed-promotions.ts';
import { type Clock, systemClock } from '../platform/clock/clock.ts';
import type { Audience } from '../platform/graphql/permission.ts';
import { createJobMetrics } from '../platform/jobs/job-metrics.ts';
import { JobWorker } from '../platform/jobs/job-worker.ts';
import { openMailTransport } from '../platform/mail/open-mail-transport.ts';
import { ownSql } from '../platform/orm/own-sql.ts';
import { lockDataFolder } from '../platform/orm/process-lock.ts';
import { RawSql } from '../platform/orm/raw-sql.ts';
import { requireRoom } from '../platform/orm/require-room.ts';
import { dialectOf } from '../platform/orm/store.ts';
import { HashKey } from '../platform/tokens/hash-key.ts';
import { registerCanaryControls } from '../privacy/canary/canary.controls.ts';
import { createControlMetrics } from '../privacy/controls/control-metrics.ts';
import type { PrivacyCore } from '../privacy/core.ts';
import { replayErasures } from '../privacy/erasure/replay-erasures.ts';
import { resumeErasures } from '../privacy/erasure/resume-erasures.ts';
import { registerPrivacyJobs } from '../privacy/register-privacy-jobs.ts';
import { createRetentionMetrics } from '../privacy/retention/retention-metrics.ts';
import { cleanFilesOfEarlierVersion, registerTraceJobs } from '../privacy/traces/register-trace-jobs.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { RequestContext } from './context.ts';
import { personalMarkings, servedSchema } from './graphql/build-schema.ts';
import { createApollo } from './graphql/create-apollo.ts';
import { closeGently, type Draining } from './http/close-gently.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { addOperationalRoutes } from './http/operational-routes.ts';
import { addShopRoutes } from './http/shop-routes.ts';
import { readTrustedDocuments } from './http/web-routes.ts';
import { WEBHOOK_PATH } from './http/webhook-route.ts';
import { createGraphqlMetrics } from './metrics/graphql-metrics.ts';
import { addHttpMetrics } from './metrics/http-metrics.ts';
import { countTrade } from './metrics/trade-metrics.ts';
import { closePrivacy, openPrivacy } from './open-privacy.ts';
import { demoFolder, packageFolder, webDistFolder } from './package-folder.ts';
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
  const sandbox = startSandbox(config, logger);
  // It is awaited below, after the stores are open; should it fail before, that is no unhandled rejection.
  sandbox.catch(() => undefined);
  const core = await openPrivacy({ config, clock, logger, progress });
  const canaries = registerCanaryControls(core, { dataDir: config.dataDir, logger });
  if (config.seedDemo) await seedDemo(core, progress);
  const catalogue = await CatalogueSnapshot.load({ store: core.stores.main, bus: core.bus, onError });
  const institution = await sandbox;
  const elsewhere = institution.pid() === undefined ? ', run by another process of this data folder' : '';
  progress(`payment institution (sandbox) at ${institution.url}${elsewhere}`);
  const files = new PictureFiles(config.picturesDir);
  const renderer = new PictureRenderer({ command: [...programOf('picture-renderer'), config.picturesDir], logger });
  const metrics = new Registry();
  const count = createMailMetrics(metrics);
  countTrade(metrics, core.stores.main, count);
  const payments = {
    core,
    institution: institutionAt(institution, config),
    publicUrl: config.publicUrl,
    sellerTimeZone: config.seller.timeZone,
    logger,
  };
  registerPaymentEnding(core.registry, payments);
  await replayAfterRestore(core, logger);
  await finishErasures(core, progress);
  const mail = {
    core,
    transport: openMailTransport({
      smtpUrl: config.smtpUrl,
      from: config.mailFrom,
      agreementKey: config.mailAgreement,
      production: config.production,
    }),
    publicUrl: config.publicUrl,
    seller: config.seller,
    production: config.production,
    logger,
    count,
  };
  const jobs = new JobWorker({
    store: core.stores.main,
    bus: core.bus,
    clock,
    logger,
    metrics: createJobMetrics(metrics, core.stores.main),
  });
  createControlMetrics(metrics, core);
  createRetentionMetrics(metrics, core);
  registerPaymentJobs(jobs, payments);
  registerMailJobs(jobs, mail);
  registerConsentJobs(jobs, mail);
  const fingerprintKey = new HashKey(config.secrets.fingerprintKey);
  const accountMails = {
    core,
    fingerprintKey,
    publicUrl: config.publicUrl,
    seller: config.seller,
  };
  registerAccountJobs(jobs, accountMails);
  registerProfileJobs(jobs, accountMails);
  registerDataRightsJobs(jobs, {
    core,
    payments,
    fingerprintKey,
    seller: config.seller,
  });
  registerErasureJobs(jobs, {
    core,
    publicUrl: config.publicUrl,
    seller: config.seller,
    places: {
      stores: { main: config.mainUrl, keys: config.keysUrl, log: config.logUrl },
      folders: { DATA_DIR: config.dataDir, PICTURES_DIR: config.picturesDir },
      ledger: config.erasureLedger,
    },
    logger,
  });
  const downloads = { core, publicUrl: config.publicUrl, seller: config.seller, markings: personalMarkings };
  registerDownloadJobs(jobs, downloads);
  registerCheckoutJobs(jobs, core);
  registerBookJobs(jobs, core);
  registerReducedOrderJobs(jobs, core);
  registerPrivacyJobs(jobs, core, logger);
  registerTraceJobs(jobs, core, { logger, fileCleaner: programOf('file-cleaner'), timeZone: config.seller.timeZone });
  await cleanFilesOfEarlierVersion(core);
  const servers = apolloServers(logger, metrics);
  const draining: Draining = { begun: false };
  const serverOptions = {
    logger,
    draining,
    publicUrl: config.publicUrl,
    secure: config.publicUrl.startsWith('https:'),
    formTargets: [institution.url],
  };
  const http = await createHttpServer(serverOptions);
  const ops = config.opsPort === null ? null : await createHttpServer(serverOptions);
  addHttpMetrics(http, metrics);
  const shop: Shop = {
    config,
    logger,
    core,
    sql: new RawSql(core.stores.main),
    catalogue,
    pictures: { files, renderer },
    jobs,
    fingerprintKey,
    payments,
    mail,
    downloads,
    apollo: servers.for,
    metrics,
    http,
    listen: () => listen(config, http, ops),
    drain: async (graceMs) => {
      draining.begun = true;
      await setTimeout(graceMs);
    },
    close: async () => {
      draining.begun = true;
      await closeGently(http);
      canaries.stop();
      await renderer.close();
      await jobs.close();
      await servers.stop();
      await catalogue.close();
      await institution.close();
      await ops?.close();
      await closePrivacy(core);
      lock?.release();
    },
  };
  await servers.for('public');
  addOperationalRoutes(ops ?? http, metrics, async () => {
    if (draining.begun) throw new Error('The process is about to end.');
    await core.stores.main.em.getConnection().execute('select 1');
    await requireRoom(core.stores.main, shop.sql);
    for (const store of [core.stores.keys, core.stores.log]) await requireRoom(store, ownSql(store));
  });
  await addShopRoutes(http, shop, options.site ?? true);
  await jobs.start();
  return shop;
}

/** Listens on the public port, and on that of the operators if it is apart; answers the public address. */
async function listen(config: Config, http: FastifyInstance, ops: FastifyInstance | null): Promise<string> {
  const { host, port, opsPort } = config;
  const listenTextResolver = () => 'listening';
  if (ops && opsPort !== null) await ops.listen({ host, port: opsPort, listenTextResolver });
  return http.listen({ host, port, listenTextResolver });
}

/** Nothing may be served or mailed of whoever was erased after the backup that a store was restored from. */
async function replayAfterRestore(core: PrivacyCore, logger: Logger): Promise<void> {
  const replayed = await replayErasures(core);
  if (Object.values(replayed).some((count) => count > 0)) {
    logger.warn({ code: 'ERASURES_REPLAYED', ...replayed }, 'a store was restored: erasures were carried out again');
  }
}

/** Finishes what an earlier process left half-done (D3), or could not do since an institution was away. */
async function finishErasures(core: PrivacyCore, progress: Progress): Promise<void> {
  const { executed, waiting, underWay } = await resumeErasures(core);
  if (executed > 0) progress(`${executed} erasure${executed === 1 ? '' : 's'} completed`);
  if (waiting > 0) progress(`${waiting} erasure${waiting === 1 ? '' : 's'} waiting for the payment institution`);
  if (underWay > 0) progress(`${underWay} erasure${underWay === 1 ? '' : 's'} waiting for an order to be finished`);
}

/** Starts the sandbox institution as a child of this process, or joins the one that runs. @throws {ConfigError} in production (D14). */
async function startSandbox(config: Config, logger: Logger): Promise<SupervisedSandbox> {
  if (config.sandboxPort === null) {
    throw new ConfigError('No payment institution is configured; the sandbox is refused in production.');
  }
  return superviseSandbox({
    command: programOf('sandbox-institution'),
    env: {
      SANDBOX_DATA: join(config.dataDir, 'sandbox-institution.db'),
      SANDBOX_API_KEY: config.secrets.institutionApiKey,
      SANDBOX_WEBHOOK_SECRET: config.secrets.webhookSecret,
      SANDBOX_WEBHOOK_URL: `http://127.0.0.1:${config.port}${WEBHOOK_PATH}`,
      SANDBOX_RETURN_ORIGINS: new URL(config.publicUrl).origin,
    },
    port: config.sandboxPort,
    production: config.production,
    logger,
  });
}

/** A program of this package that runs in a process of its own: an entry of the build, or its source, which Node runs as it is. */
function programOf(name: string): [string, string] {
  const built = join(packageFolder(), `dist/${name}.js`);
  const source = join(packageFolder(), `src/${name}/main.ts`);
  return [process.execPath, import.meta.dirname.startsWith(join(packageFolder(), 'dist')) ? built : source];
}

function institutionAt({ url, isThere }: SupervisedSandbox, config: Config) {
  const { institutionApiKey: apiKey, webhookSecret } = config.secrets;
  return createSandboxPaymentInstitution({ url, apiKey, webhookSecret, isThere });
}

/** Fills an empty shop with the demo catalogue and its promotion codes. */
async function seedDemo(core: PrivacyCore, progress: Progress): Promise<void> {
  const { main } = core.stores;
  if ((await main.em.fork().count(Product)) > 0) return;
  // Loaded only then: what reads catalogue files is large, and a start with a full shop does not need it.
  const { seedDemoCatalogue } = await import('../features/catalog/seed-demo-catalogue.ts');
  await seedDemoCatalogue({ store: main, bus: core.bus, clock: core.clock }, demoFolder());
  await seedPromotions(main.em.fork());
  progress('demo catalogue seeded');
}

function apolloServers(logger: Logger, registry: Registry) {
  const trusted = readTrustedDocuments(webDistFolder());
  const metrics = createGraphqlMetrics(registry, trusted);
  const servers = new Map<Audience, Promise<ApolloServer<RequestContext>>>();
  return {
    for: (audience: Audience) => {
      let server = servers.get(audience);
      if (!server) {
        const created = createApollo(servedSchema(audience), trusted, logger, metrics);
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
