/** Everything the institution must be told before it can start; durations in milliseconds. */
export type SandboxConfig = {
  /** Port on 127.0.0.1; 0 takes any free one. */
  port: number;
  /** Path of the SQLite file, or `:memory:`. */
  dataFile: string;
  /** What the merchant sends as `Authorization: Bearer`. */
  apiKey: string;
  /** Shared with the merchant, signs webhooks. */
  webhookSecret: string;
  /** Where the merchant wants its webhooks. */
  webhookUrl: string;
  /** The origin a payer's browser reaches this process by; without it `http://127.0.0.1:<port>`. */
  publicUrl?: string | undefined;
  /** Origins a payer may be sent back to. */
  returnOrigins: string[];
  /** The merchant's name as the page shows it. */
  merchantName?: string | undefined;
  /** How late the webhook of the "late" test card is. */
  lateWebhookMs?: number | undefined;
  /** How long the simulated bank takes to decide. */
  authorisationMs?: number | undefined;
  /** Wait before the first repetition of a webhook; doubles from there. */
  firstRetryMs?: number | undefined;
  /** The clock, milliseconds since 1970; a test may move it. */
  now?: (() => number) | undefined;
};

/** A start refused because of how the process was configured; the message says which variable to change. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const SHORTEST_SECRET = 16;

/** Reads the configuration from environment variables; throws {@link ConfigurationError} naming the variable at fault. */
export function readConfig(env: NodeJS.ProcessEnv): SandboxConfig {
  if (env.NODE_ENV === 'production') {
    throw new ConfigurationError(
      'NODE_ENV=production: the sandbox institution moves no money and does not start in production; configure a payment provider',
    );
  }
  const config: SandboxConfig = {
    port: wholeNumber(env, 'SANDBOX_PORT', 4001, 65_535),
    dataFile: required(env, 'SANDBOX_DATA'),
    apiKey: secret(env, 'SANDBOX_API_KEY'),
    webhookSecret: secret(env, 'SANDBOX_WEBHOOK_SECRET'),
    webhookUrl: httpUrl('SANDBOX_WEBHOOK_URL', required(env, 'SANDBOX_WEBHOOK_URL')).href,
    publicUrl: env.SANDBOX_PUBLIC_URL ? origin('SANDBOX_PUBLIC_URL', env.SANDBOX_PUBLIC_URL) : undefined,
    returnOrigins: required(env, 'SANDBOX_RETURN_ORIGINS')
      .split(',')
      .map((value) => origin('SANDBOX_RETURN_ORIGINS', value.trim())),
    merchantName: env.SANDBOX_MERCHANT_NAME || undefined,
    lateWebhookMs: wholeNumber(env, 'SANDBOX_LATE_WEBHOOK_SECONDS', 15, 86_400) * 1000,
    authorisationMs: wholeNumber(env, 'SANDBOX_AUTHORISATION_MS', 0, 60_000),
  };
  refuseSharedHost(config);
  return config;
}

/** Throws when shop and institution share a host name: cookies ignore ports, so the shop's would be sent here (D14). */
function refuseSharedHost(config: SandboxConfig): void {
  const ours = config.publicUrl ? new URL(config.publicUrl).hostname : '127.0.0.1';
  if (config.returnOrigins.some((shop) => new URL(shop).hostname === ours)) {
    throw new ConfigurationError(
      `SANDBOX_RETURN_ORIGINS and the institution share the host ${ours}, and cookies ignore ports; serve one of them on another host name`,
    );
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new ConfigurationError(`${name} is not set`);
  return value;
}

function secret(env: NodeJS.ProcessEnv, name: string): string {
  const value = required(env, name);
  if (value.length < SHORTEST_SECRET)
    throw new ConfigurationError(`${name} is shorter than ${SHORTEST_SECRET} characters`);
  return value;
}

function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, most: number): number {
  const value = env[name];
  if (value === undefined || value === '') return otherwise;
  if (!/^\d{1,9}$/.test(value) || Number(value) > most) {
    throw new ConfigurationError(`${name} is not a whole number from 0 to ${most}`);
  }
  return Number(value);
}

function httpUrl(name: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new ConfigurationError(`${name} is not an http or https address`);
  }
  return url;
}

function origin(name: string, value: string): string {
  const url = httpUrl(name, value);
  if (url.href !== `${url.origin}/`)
    throw new ConfigurationError(`${name} takes an origin only, without path or query`);
  return url.origin;
}
