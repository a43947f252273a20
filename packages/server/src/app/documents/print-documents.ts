import { printDataMap } from './print-data-map.ts';
import { printPermissions } from './print-permissions.ts';
import { printWholeSchema } from './print-schema.ts';
import { sealedPlaces } from './sealed-places.ts';

/** What is generated from the code and committed, so that a review sees what a change does to it; by path in the repository. */
export async function printDocuments(): Promise<Readonly<Record<string, string>>> {
  return {
    'packages/schema/schema.graphql': printWholeSchema(),
    'docs/data-map.md': printDataMap(await sealedPlaces()),
    'docs/permissions.md': printPermissions(),
  };
}
