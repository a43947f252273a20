import { Migration } from '@mikro-orm/migrations';

export class Migration20261126130611_limit_index extends Migration {
  override name = 'Migration20261126130611_limit_index';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`placed_order\` add column \`limit_index\` text null;`);
    this.addSql(`create index \`placed_order_limit_index_index\` on \`placed_order\` (\`limit_index\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`placed_order_limit_index_index\`;`);
    this.addSql(`alter table \`placed_order\` drop column \`limit_index\`;`);
  }
}
