/** The sandbox institution could not be started or joined; the message says what to do. */
export class SandboxStartError extends Error {
  override readonly name = 'SandboxStartError';
  readonly code: 'SANDBOX_PORT_TAKEN' | 'SANDBOX_OTHER_ADDRESS' | 'SANDBOX_REFUSED' | 'SANDBOX_NOT_READY';

  constructor(code: SandboxStartError['code'], message: string) {
    super(message);
    this.code = code;
  }
}
