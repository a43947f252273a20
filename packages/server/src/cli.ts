import { asksForHelp, type CommandName, helpOf, USAGE } from './app/commands/usage.ts';
import { UsageError } from './app/commands/usage-error.ts';
import { doLongWork } from './platform/orm/long-work.ts';

/** What `node dist/cli.js <command>` can do; each command is loaded only when asked for. */
const COMMANDS: Readonly<Record<CommandName, (args: string[]) => Promise<void>>> = {
  'db:migrate': async (args) => (await import('./app/commands/migrate.command.ts')).migrateCommand(args),
  'import:catalog': async (args) =>
    (await import('./app/commands/import-catalogue.command.ts')).importCatalogueCommand(args),
  'export:catalog': async (args) =>
    (await import('./app/commands/export-catalogue.command.ts')).exportCatalogueCommand(args),
  'agreement:record': async (args) =>
    (await import('./app/commands/record-agreement.command.ts')).recordAgreementCommand(args),
  'agreement:revoke': async (args) =>
    (await import('./app/commands/revoke-agreement.command.ts')).revokeAgreementCommand(args),
  'agreement:list': async (args) =>
    (await import('./app/commands/list-agreements.command.ts')).listAgreementsCommand(args),
  'keys:init': async (args) => (await import('./app/commands/init-keys.command.ts')).initKeysCommand(args),
  'restore:replay': async (args) =>
    (await import('./app/commands/replay-erasures.command.ts')).replayErasuresCommand(args),
  'retention:run': async (args) => (await import('./app/commands/run-retention.command.ts')).runRetentionCommand(args),
  'news:send': async (args) => (await import('./app/commands/send-news.command.ts')).sendNewsCommand(args),
  'privacy:traces': async (args) => (await import('./app/commands/find-traces.command.ts')).findTracesCommand(args),
  backup: async (args) => (await import('./app/commands/backup.command.ts')).backupCommand(args),
  restore: async (args) => (await import('./app/commands/restore.command.ts')).restoreCommand(args),
  'keys:rotate': async (args) => (await import('./app/commands/rotate-keys.command.ts')).rotateKeysCommand(args),
};

// Whatever a command writes is for its own user: databases, their logs, exported files.
process.umask(0o077);

const [first = '', ...args] = process.argv.slice(2);
const name = Object.hasOwn(COMMANDS, first) ? (first as CommandName) : undefined;
try {
  if (name && asksForHelp(args)) process.stdout.write(helpOf(name));
  else if (name) await doLongWork(() => COMMANDS[name](args));
  else if (first === 'help' || asksForHelp([first])) process.stdout.write(helpOf());
  else throw new UsageError(`Unknown command.\n${helpOf()}`);
} catch (error) {
  const wrongOption = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  const wrongCall = error instanceof UsageError || wrongOption;
  // Loaded only then: what it knows of is large, and a command that works does not need it.
  const { BAD_CONFIGURATION, explainStartError } = await import('./app/explain-start-error.ts');
  const message = wrongCall ? (error as Error).message : explainStartError(error);
  if (message === null) throw error;
  process.stderr.write(`${message.trimEnd()}\n${wrongOption && name ? `${USAGE[name].call}\n` : ''}`);
  process.exitCode = wrongCall ? 2 : BAD_CONFIGURATION;
}
