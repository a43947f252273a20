import type { Recipient } from '@barrier/schema/privacy/recipient.ts';

/** How a command is called, and what it does. */
interface Usage {
  readonly call: string;
  readonly says: string;
}

const FILE = 'FILE: .csv, .tsv, .txt, .jsonl or .ndjson';
// Its own list, of the same words: the vocabulary brings the whole graph with it, which help need not load.
const RECIPIENTS = ['LOGISTICS', 'PAYMENT_INSTITUTION', 'PROCESSOR'] satisfies Recipient[];

/** What an operator can call, in the order of the help. */
export const USAGE = {
  'db:migrate': {
    call: 'db:migrate',
    says: 'Brings the three stores up to date and says what ran; a start does so too.',
  },
  'import:catalog': {
    call: `import:catalog FILE [--dry-run] [--report] [--no-pictures] [--currency EUR] [--language EN]   (${FILE})`,
    says: 'Takes products from a file. --dry-run writes nothing, --report tells the fate of every row, --no-pictures fetches none.',
  },
  'export:catalog': {
    call: `export:catalog FILE [--currency EUR] [--language EN]   (${FILE})`,
    says: 'Writes the catalogue to a file, which appears whole or not at all.',
  },
  'agreement:record': {
    call: `agreement:record KEY --party NAME --recipient ${RECIPIENTS.join('|')}
  --purposes ORDER_PROCESSING,… --categories EMAIL,… (or none)
  --signed-on 2026-01-31 --valid-until 2027-01-31 --assessment-due 2027-01-31 [--replace]`,
    says: 'Puts a signed agreement on record: without one in force nothing personal leaves. --replace takes the place of one in force.',
  },
  'agreement:revoke': {
    call: 'agreement:revoke KEY',
    says: 'Ends an agreement today; nothing leaves under it from now on.',
  },
  'agreement:list': {
    call: 'agreement:list',
    says: 'Shows every agreement on record, whether it is in force, and if not why.',
  },
  'keys:init': {
    call: 'keys:init',
    says: 'Makes the local keyring of a new shop, which a server in production never does of itself.',
  },
  'keys:rotate': {
    call: 'keys:rotate',
    says: 'Begins a new key epoch, re-wraps the keys of all living subjects and destroys the old epoch; the server may run meanwhile.',
  },
  'retention:run': {
    call: 'retention:run [--dry-run]',
    says: 'Erases what has been kept for its time, and says what was due and done. --dry-run tells what would go, and changes nothing.',
  },
  'news:send': {
    call: 'news:send FILE [--dry-run]   (FILE: JSON with EN, DE and ZH, in each subject, text and if wanted a link with label and path)',
    says: 'Has the server mail news to whoever has agreed to get them, each once. --dry-run says how many that are, and sends nothing.',
  },
  backup: {
    call: 'backup [FOLDER] [--keys FOLDER]   (at least one of them; main and log go into the first, the keys into the second)',
    says: 'Writes an encrypted backup, main and log apart from the keys, and deletes those that are too old.',
  },
  restore: {
    call: 'restore [FOLDER] [--keys FOLDER] [--at 2026-11-26T03:00] [--keep-log]   (FOLDER: the newest of it, or a file)',
    says: 'Puts a backup in the place of the stores, after it was checked to its end; no server may run.',
  },
  'privacy:traces': {
    call: 'privacy:traces --subject ID [--values-from-stdin] [--postgres-data FOLDER]',
    says: 'Looks for somebody in every file that the shop writes, by identifiers and by values given on standard input.',
  },
  'restore:replay': {
    call: 'restore:replay [--erase-lost]',
    says: 'Erases again what a restored store has forgotten to be erased. --erase-lost also erases subjects whose key is gone.',
  },
} as const satisfies Readonly<Record<string, Usage>>;

/** The name of a command. */
export type CommandName = keyof typeof USAGE;

/** Whether a call asks for help rather than for work. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/** The help of one command, or of all. */
export function helpOf(name?: CommandName): string {
  if (name) return `${USAGE[name].call}\n\n${USAGE[name].says}\n`;
  const all = Object.entries(USAGE).map(([one, { says }]) => `  ${one.padEnd(18)}${says}`);
  return `${['Commands; COMMAND --help says how each is called:', ...all].join('\n')}\n`;
}
