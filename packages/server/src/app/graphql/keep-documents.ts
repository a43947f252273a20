import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** How many parsed documents one schema keeps, and how much memory they may take together, in bytes. */
const KEPT_DOCUMENTS = 1_000;
const KEPT_BYTES = 32 * 1024 * 1024;

/** What a character, and a token with its node of the tree, take at most, in bytes. */
const BYTES_OF_CHARACTER = 2;
const BYTES_OF_TOKEN = 600;

/** Where Apollo Server keeps documents that it has parsed and found valid. */
export interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/**
 * Keeps parsed documents, counted with the whole text that each holds on to for the places in its errors. Apollo's own store counts what of
 * them would be written as JSON, where the text is not: a visitor who sends long comments, one after the other, would fill the memory.
 */
export function keepDocuments(): DocumentStore {
  const kept = new LRUCache<string, DocumentNode>({
    max: KEPT_DOCUMENTS,
    maxSize: KEPT_BYTES,
    sizeCalculation: bytesOf,
  });
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => void kept.set(key, document),
    delete: async (key) => kept.delete(key),
  };
}

function bytesOf({ loc }: DocumentNode): number {
  let tokens = 1;
  for (let token = loc?.startToken; token; token = token.next ?? undefined) tokens += 1;
  return BYTES_OF_CHARACTER * (loc?.source.body.length ?? 0) + BYTES_OF_TOKEN * tokens;
}
