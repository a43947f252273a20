import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Plugin } from 'vite';

/** Puts the manifest of the shop's own operations (hash to text) where the server reads it (D17). */
export function copyTrustedDocuments(from: string, to: string): Plugin {
  return {
    name: 'barrier:trusted-documents',
    closeBundle() {
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
    },
  };
}
