import { strFromU8, unzipSync } from 'fflate';
import type { Answer, Personal } from './as-shopper.ts';

/** Whoever asks about their own data, signed in or with the proof of an order. */
export interface Asker {
  ask<Data>(query: string, variables?: object): Promise<Answer<Data>>;
}

/** A value as `holdings` shows it; it stands in the field of its category. */
export interface ShownValue {
  readonly field: string;
  readonly label: string;
  readonly category: string;
  readonly purposes: readonly { readonly purpose: string; readonly groundDescription: string }[];
  readonly seenBy: readonly string[];
  readonly recipients: readonly { readonly party: string }[];
  readonly keptUntil: string | null;
  readonly keptBecause: string;
  readonly stored: string;
  readonly withheld: string | null;
  /** What stands in it, whichever field that is. */
  readonly shown: (Personal & { readonly until: string | null }) | null;
}

/** What hangs together, as `holdings` shows it. */
export interface ShownPart {
  readonly id: string;
  readonly title: string;
  readonly records: readonly {
    readonly kind: string;
    readonly name: string | null;
    readonly facts: readonly { readonly key: string; readonly text: string }[];
    readonly values: readonly ShownValue[];
  }[];
}

/** A copy as the graph shows it. */
export interface ShownDownload {
  readonly id: string;
  readonly state: string;
  readonly percent: number;
  readonly availableUntil: string | null;
}

/** The fields that a value can stand in. */
const PLACES = [
  'name',
  'email',
  'phone',
  'deliveryAddress',
  'orderRecord',
  'paymentReference',
  'message',
  'credential',
  'consent',
  'preference',
  'businessContact',
] as const;

const HOLDINGS = `query ($token: String, $first: Int!, $after: String) { holdings(token: $token, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id title records { kind name facts { key text } values {
    field label category purposes { purpose groundDescription } seenBy recipients { party } keptUntil keptBecause stored withheld
    ${PLACES.map((place) => `${place} { access text until }`).join(' ')} } } } } }`;
const HISTORY = `query ($token: String, $first: Int!, $after: String) { accessHistory(token: $token, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id viewer viewerDescription purposeDescription reasonDescription categories coordinates position } } }`;
const DOWNLOAD = 'id state percent availableUntil';
const DOCUMENTS = {
  download: `query ($token: String) { download(token: $token) { ${DOWNLOAD} } }`,
  request: `mutation ($token: String) { requestDownload(token: $token) { download { ${DOWNLOAD} } userErrors { code } } }`,
  link: `mutation ($token: String, $id: ID!) { requestDownloadLink(token: $token, id: $id) { linkToken userErrors { code } } }`,
} as const;

type RawValue = Omit<ShownValue, 'shown'> & Partial<Record<(typeof PLACES)[number], ShownValue['shown']>>;
type Page<Node> = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: Node[] };

/** An entry as `accessHistory` shows it. */
export interface ShownEntry {
  readonly id: string;
  readonly viewer: string;
  readonly viewerDescription: string;
  readonly reasonDescription: string;
  readonly categories: readonly string[];
  readonly coordinates: readonly string[];
  readonly position: number;
}

/** What somebody holds in hand of their rights over their own data. @param token of the link of an order, for a guest. */
export function ownData({ ask }: Asker, token: string | null = null) {
  const code = (errors: Answer<unknown>['errors']) => errors[0]?.extensions.code ?? null;
  return {
    holdings: async (first = 20, after: string | null = null) => {
      const { data, errors } = await ask<{ holdings: Page<{ id: string; title: string; records: unknown[] }> }>(
        HOLDINGS,
        {
          token,
          first,
          after,
        },
      );
      const parts = (data?.holdings.nodes ?? []) as unknown as (Omit<ShownPart, 'records'> & {
        records: (Omit<ShownPart['records'][number], 'values'> & { values: RawValue[] })[];
      })[];
      return {
        refusal: code(errors),
        totalCount: data?.holdings.totalCount ?? 0,
        pageInfo: data?.holdings.pageInfo,
        parts: parts.map(
          (part): ShownPart => ({
            ...part,
            records: part.records.map((record) => ({ ...record, values: record.values.map(inOnePlace) })),
          }),
        ),
      };
    },
    history: async (first = 100, after: string | null = null) => {
      const { data, errors } = await ask<{ accessHistory: Page<ShownEntry> }>(HISTORY, { token, first, after });
      return { refusal: code(errors), ...data?.accessHistory, nodes: data?.accessHistory.nodes ?? [] };
    },
    download: async () => {
      const { data, errors } = await ask<{ download: ShownDownload | null }>(DOCUMENTS.download, { token });
      return { refusal: code(errors), download: data?.download ?? null };
    },
    request: async () => {
      const { data, errors } = await ask<{
        requestDownload: { download: ShownDownload | null; userErrors: { code: string }[] };
      }>(DOCUMENTS.request, { token });
      const { download = null, userErrors = [] } = data?.requestDownload ?? {};
      return { refusal: userErrors[0]?.code ?? code(errors), download };
    },
    link: async (id: string) => {
      const { data, errors } = await ask<{
        requestDownloadLink: { linkToken: string | null; userErrors: { code: string }[] };
      }>(DOCUMENTS.link, { token, id });
      const { linkToken = null, userErrors = [] } = data?.requestDownloadLink ?? {};
      return { refusal: userErrors[0]?.code ?? code(errors), linkToken };
    },
  };
}

function inOnePlace(value: RawValue): ShownValue {
  const filled = PLACES.flatMap((place) => {
    const shown = value[place];
    return shown ? [[place, shown] as const] : [];
  });
  if (filled.length > 1) throw new Error(`${value.field} stands in ${filled.length} fields.`);
  return { ...value, shown: filled[0]?.[1] ?? null };
}

/** The files of a fetched ZIP, by their names; null if it was refused. */
export async function fetchDownload(
  url: string,
  token: string,
): Promise<{ readonly response: Response; readonly files: Readonly<Record<string, string>> | null }> {
  const response = await fetch(`${url}/download`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) return { response, files: null };
  return {
    response,
    files: Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)])),
  };
}
