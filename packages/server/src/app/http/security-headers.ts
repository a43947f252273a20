/** What the headers depend on. */
export interface SecurityOptions {
  /** Whether the site is served over TLS, so that browsers may be told to insist on it. */
  readonly secure: boolean;
  /** Origins besides the site's own to which a form may lead: the payment page. */
  readonly formTargets: readonly string[];
}

/** Headers of every answer, written once at start: none depends on the request, and a page has a dozen of them. */
export interface SecurityHeaders {
  /** For pages, assets and whatever else a browser may show. */
  readonly page: Readonly<Record<string, string>>;
  /** For answers that only a program reads: nothing in them may ever be run or shown. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * What of a browser no page of the shop uses, not even a script that got in where none should: senses, devices, payment by the
 * browser (cards are entered at the institution), and whatever tells advertisers about visitors. Names that Chromium does
 * not know are left out, since it complains of each on every page.
 */
const UNUSED_FEATURES = [
  'accelerometer',
  'attribution-reporting',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'interest-cohort',
  'join-ad-interest-group',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'private-aggregation',
  'private-state-token-issuance',
  'private-state-token-redemption',
  'run-ad-auction',
  'screen-wake-lock',
  'serial',
  'shared-storage',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** What a sign-in with a passkey (WebAuthn) asks for, and no frame of another site. */
const PASSKEYS = ['publickey-credentials-create', 'publickey-credentials-get'];

const PERMISSIONS_POLICY = [
  ...UNUSED_FEATURES.map((feature) => `${feature}=()`),
  ...PASSKEYS.map((feature) => `${feature}=(self)`),
].join(', ');

/** The security headers of a shop, as OWASP's secure headers project recommends them. */
export function securityHeaders({ secure, formTargets }: SecurityOptions): SecurityHeaders {
  const everywhere = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
  return {
    page: {
      ...everywhere,
      'content-security-policy': pagePolicy(secure, formTargets),
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'permissions-policy': PERMISSIONS_POLICY,
      'x-dns-prefetch-control': 'off',
      'x-frame-options': 'DENY',
      'x-permitted-cross-domain-policies': 'none',
    },
    data: { ...everywhere, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" },
  };
}

function pagePolicy(secure: boolean, formTargets: readonly string[]): string {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // React sets style attributes for positions, sizes and the colours of a picture that has not come; none holds a client's text.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ];
  return (secure ? [...directives, 'upgrade-insecure-requests'] : directives).join('; ');
}
