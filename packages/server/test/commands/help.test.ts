import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const COMMANDS = [
  'db:migrate',
  'import:catalog',
  'export:catalog',
  'agreement:record',
  'agreement:revoke',
  'agreement:list',
  'keys:init',
  'keys:rotate',
  'restore:replay',
];

/** Calls a program of the server with a data folder in which nothing may appear. */
function call(...command: string[]): Promise<{ code: number; stdout: string; stderr: string; made: string[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-help-'));
  const options = {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
    timeout: 60_000,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr, made: readdirSync(dataDir) });
    });
  });
}

describe('Help', () => {
  it.each(COMMANDS)('of %s says how it is called and what it does, and does nothing', async (name) => {
    for (const option of ['--help', '-h']) {
      const { code, stdout, stderr, made } = await call('dist/cli.js', name, option);
      expect({ code, stderr, made }).toEqual({ code: 0, stderr: '', made: [] });
      expect(stdout).toMatch(new RegExp(`^${name}.*\\n\\n[A-Z].+\\.\\n$`, 's'));
    }
  });

  it('of all commands names each with a sentence', async () => {
    const { code, stdout } = await call('dist/cli.js', '--help');
    expect(code).toBe(0);
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} +[A-Z].+\\.$`, 'm'));
  });

  it('of the server does not start it', async () => {
    const { code, stdout, made } = await call('dist/main.js', '--help');
    expect({ code, made }).toEqual({ code: 0, made: [] });
    expect(stdout).toContain('environment variables');
  });

  it('comes with what is wrong, in a word that does not exist and in an option that a command does not have', async () => {
    const unknown = await call('dist/cli.js', 'import:everything');
    expect(unknown).toMatchObject({ code: 2, stdout: '', made: [] });
    expect(unknown.stderr).toMatch(/^Unknown command\.\n.*import:catalog/s);
    const option = await call('dist/cli.js', 'db:migrate', '--fast');
    expect(option).toMatchObject({ code: 2, stdout: '', made: [] });
    expect(option.stderr).toMatch(/'--fast'.*\ndb:migrate\n$/s);
  });
});
