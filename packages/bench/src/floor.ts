import { readFileSync } from 'node:fs';
import Fastify, { type FastifyReply } from 'fastify';
import mercurius from 'mercurius';

/**
 * The floor: what answering the same bytes costs when nothing has to be found, decided or read. Mercurius with its compiler
 * switched on answers each operation from an array in memory that holds the shop's own answers; the request says which by
 * an extra variable, `n`, that no document declares.
 * Arguments: the printed schema, and a file with {operation: [root value, …]}.
 */
const [schemaFile = '', answersFile = ''] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, unknown[]>;

interface Body {
  readonly operationName: string;
  readonly variables: { readonly n: number };
}

const answer = (_root: unknown, _args: unknown, context: { reply: FastifyReply }) => {
  const body = context.reply.request.body as Body;
  return answers[body.operationName]?.[body.variables.n];
};

const app = Fastify();
await app.register(mercurius, {
  schema: readFileSync(schemaFile, 'utf8'),
  jit: 1,
  resolvers: { Query: { products: answer, product: answer } },
});
app.get('/metrics', async () => {
  const { user, system } = process.cpuUsage();
  return `process_cpu_seconds_total ${(user + system) / 1e6}\n`;
});
const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ url })}\n`);
