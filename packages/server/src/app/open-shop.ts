import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import { CatalogueSnapshot } from '../features/catalog/catalogue-snapshot.ts';
import { createInProcessBus } from '../platform/bus/in-process-bus.ts';
import { type Clock, systemClock } from '../platform/clock/clock.ts';
import type { Audience } from '../platform/graphql/permission.ts';
import { lockDataFolder } from '../platform/orm/process-lock.ts';
import { dialectOf } from '../platform/orm/store.ts';
import type { Config } from './config.ts';
import type { RequestContext } from './context.ts';
import { servedSchema } from './graphql/build-schema.ts';
import { createApollo } from './graphql/create-apollo.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { addShopRoutes } from './http/shop-routes.ts';
import { readTrustedDocuments } from './http/web-routes.ts';
import { openStores } from './open-stores.ts';
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
  const report = (error: unknown) => logger.error({ err: error }, 'background work failed');
  const lock = dialectOf(config.mainUrl) === 'sqlite' ? lockDataFolder(config.dataDir) : null;
  const stores = await openStores(config, progress);
  const bus = createInProcessBus(report);
  const catalogue = await CatalogueSnapshot.load({ store: stores.main, bus, onError: report });

  const trusted = readTrustedDocuments(webDistFolder());
  const servers = new Map<Audience, Promise<ApolloServer<RequestContext>>>();
  const apollo = (audience: Audience) => {
    let server = servers.get(audience);
    if (!server) {
      const created = createApollo(servedSchema(audience), trusted, logger);
      server = created.start().then(() => created);
      servers.set(audience, server);
    }
    return server;
  };
  await apollo('public');

  const http = await createHttpServer({
    logger,
    secure: config.publicUrl.startsWith('https:'),
    formTargets: config.sandboxPort === null ? [] : [`http://127.0.0.1:${config.sandboxPort}`],
  });
  const shop: Shop = {
    config,
    logger,
    clock,
    bus,
    stores,
    catalogue,
    apollo,
    http,
    close: async () => {
      await http.close();
      for (const server of servers.values()) await (await server).stop();
      await catalogue.close();
      await bus.close();
      for (const store of Object.values(stores)) await store.close(true);
      lock?.release();
    },
  };
  await addShopRoutes(http, shop, options.site ?? true);
  return shop;
}
