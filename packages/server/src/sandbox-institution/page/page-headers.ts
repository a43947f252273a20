import type { Session } from '../sessions/session-store.ts';
import { pageStyleSource } from './page-style.ts';

/** Headers of a page; its forms may lead to the institution and, by redirect, to the given origins. */
export function pageHeaders(formTargets: string[]): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `style-src ${pageStyleSource}`,
    "img-src 'self'",
    // Chromium holds the redirect after a form to this list too, hence the merchant's origins.
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy.join('; ') };
}

/** Headers of a session's page: its forms may end where this session's payer is sent back to. */
export function pageHeadersFor(session: Session): Record<string, string> {
  const origins = [session.returnUrl, session.cancelUrl].map((address) => new URL(address).origin);
  return pageHeaders([...new Set(origins)]);
}
