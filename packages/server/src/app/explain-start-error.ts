import { SandboxStartError } from '../features/payments/sandbox/sandbox-start-error.ts';
import { BackupError } from '../platform/backup/backup-error.ts';
import { MailSettingError } from '../platform/mail/mail-transport.ts';
import { DataFolderInUseError } from '../platform/orm/process-lock.ts';
import { ConfigError } from './config-error.ts';

/** The exit code of sysexits.h for a configuration that has to be mended. */
export const BAD_CONFIGURATION = 78;

const KNOWN = [BackupError, ConfigError, DataFolderInUseError, MailSettingError, SandboxStartError];

/** What to tell an operator about an error that they can mend, never with a value they set; null for any other. */
export function explainStartError(error: unknown): string | null {
  if (KNOWN.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port, syscall } = error as { code?: string; port?: number; syscall?: string };
  if (code === 'EADDRINUSE') return `Port ${port} is taken: set PORT to a free one, or stop what listens there.`;
  if (code === 'EACCES' && syscall === 'listen') return `PORT ${port} may not be used by this user: set it to another.`;
  if (code === 'EADDRNOTAVAIL' || (syscall === 'getaddrinfo' && code?.startsWith('E'))) {
    return 'HOST is no address of this machine.';
  }
  return null;
}
