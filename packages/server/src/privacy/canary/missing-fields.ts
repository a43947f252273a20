import type { PrivacyCore } from '../core.ts';
import { sealedPropertiesOf } from '../vault/sealed-property.ts';

/**
 * The sealed properties of the main store, as `Order.email`, of which a subject has no value; by the entities themselves, so that one that
 * no feature plants for its canary is named (D22).
 */
export async function missingFieldsOf({ stores }: Pick<PrivacyCore, 'stores'>, subjectId: string): Promise<string[]> {
  const em = stores.main.em.fork();
  const missing: string[] = [];
  for (const meta of em.getMetadata().getAll().values()) {
    const properties = sealedPropertiesOf(meta);
    if (properties.length === 0) continue;
    const rows = await em.find<Readonly<Record<string, unknown>>>(meta.class, { subjectId });
    for (const { property } of properties) {
      if (!rows.some((row) => row[property])) missing.push(`${meta.className}.${property}`);
    }
  }
  return missing;
}
