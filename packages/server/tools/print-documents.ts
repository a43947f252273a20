import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printDocuments } from '../src/app/documents/print-documents.ts';

const ROOT = join(import.meta.dirname, '../../..');

for (const [path, text] of Object.entries(await printDocuments())) writeFileSync(join(ROOT, path), text);
