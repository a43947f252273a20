import { PrivacyError } from '../privacy-error.ts';

/** The address of a key service; throws KEY_PROVIDER unless it is by TLS or on this machine. */
export function keyServiceAddress(service: string, address: string): URL {
  const url = URL.parse(address);
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new PrivacyError('KEY_PROVIDER', `The address of ${service} must be a URL such as https://keys.example.com.`);
  }
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    throw new PrivacyError('KEY_PROVIDER', `The address of ${service} must begin with https://: data keys pass there.`);
  }
  return url;
}

/** Throws KEY_PROVIDER, without quoting the value, unless an option has the form that the service or HTTP asks for. */
export function checkOption(service: string, name: string, value: string, form: RegExp): void {
  if (!form.test(value)) throw new PrivacyError('KEY_PROVIDER', `The option ${name} of ${service} is malformed.`);
}

/** What may stand in a header. */
export const HEADER_VALUE = /^[\x21-\x7e]+$/;

/** What may begin the name of a key. */
export const KEY_PREFIX = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/;

/** `localhost` is resolved by the machine itself (RFC 6761). */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
