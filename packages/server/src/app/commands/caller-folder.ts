/** The folder in which the command was typed: npm and pnpm run scripts elsewhere and keep it in INIT_CWD. */
export function callerFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}
