import { Migration } from '@mikro-orm/migrations';

export class Migration20261126181700_product_status_index extends Migration {
  override name = 'Migration20261126181700_product_status_index';

  override up(): void | Promise<void> {
    this.addSql(`create index "product_status_index" on "product" ("status");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "product_status_index";`);
  }
}
