import { startPostgres } from './embedded-postgres.ts';

const { url } = await startPostgres();
process.send?.({ url });
setInterval(() => undefined, 60_000);
