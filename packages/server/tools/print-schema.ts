import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printWholeSchema } from '../src/app/graphql/print-schema.ts';

writeFileSync(join(import.meta.dirname, '../../schema/schema.graphql'), printWholeSchema());
