import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import {
  DownloadDocument,
  type DownloadPartsFragment,
  RequestDownloadDocument,
  RequestDownloadLinkDocument,
} from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { Refusal } from '../accounts/use-attempt.ts';
import { saveFile } from '../on-device/save-file.ts';
import type { RightsHolder } from './rights-holder.ts';
import { useAsHolder } from './use-as-holder.ts';

/** A copy that was asked for. */
export type Download = DownloadPartsFragment;

/** Milliseconds between two looks at a copy that is being made. */
const PAUSE = 1_000;

/** The newest copy of one's data, watched while it is being made; undefined until it is known whether there is one. */
export function useDownload(holder: RightsHolder) {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const { token, context } = useAsHolder(holder);
  const [download, setDownload] = useState<Download | null | undefined>(undefined);

  const look = useCallback(async () => {
    const { data } = await client.query({
      query: DownloadDocument,
      variables: { token },
      fetchPolicy: 'no-cache',
      context,
    });
    return data?.download ?? null;
  }, [client, token, context]);

  const isBuilding = download?.state === 'BUILDING';
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watch = async () => {
      // A lost connection is looked past: the next look may succeed.
      const found = await look().catch(() => undefined);
      if (left) return;
      if (found !== undefined) setDownload(found);
      if (found?.state === 'BUILDING' || (found === undefined && isBuilding))
        timer = setTimeout(() => void watch(), PAUSE);
    };
    void watch();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [look, isBuilding]);

  async function request(): Promise<readonly Refusal[]> {
    const variables = { token, language };
    const { data } = await client.mutate({
      mutation: RequestDownloadDocument,
      variables,
      fetchPolicy: 'no-cache',
      context,
    });
    if (data?.requestDownload.download) setDownload(data.requestDownload.download);
    return data?.requestDownload.userErrors ?? [];
  }

  async function fetchFile(): Promise<readonly Refusal[]> {
    const variables = { token, language, id: download?.id ?? '' };
    const { data } = await client.mutate({
      mutation: RequestDownloadLinkDocument,
      variables,
      fetchPolicy: 'no-cache',
      context,
    });
    const { linkToken = null, userErrors = [] } = data?.requestDownloadLink ?? {};
    if (linkToken !== null) {
      await saveArchive(linkToken);
      // The shop knows it a moment later, when the connection is done.
      setDownload((before) => (before ? { ...before, state: 'FETCHED', availableUntil: null } : before));
    }
    return userErrors;
  }

  return { download, request, fetchFile };
}

/** Fetches the file and hands it to the browser's downloads; the token goes in the request and never into an address (D16). */
async function saveArchive(token: string): Promise<void> {
  const response = await fetch('/download', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`The download was answered with ${response.status}.`);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'barrier-data.zip';
  saveFile(name, 'application/zip', await response.blob());
}
