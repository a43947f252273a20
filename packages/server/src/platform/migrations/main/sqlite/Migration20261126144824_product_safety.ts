import { Migration } from '@mikro-orm/migrations';

export class Migration20261126144824_product_safety extends Migration {
  override name = 'Migration20261126144824_product_safety';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`product\` add column \`manufacturer\` json null;`);
    this.addSql(`alter table \`product\` add column \`responsible_persons\` json null;`);
    this.addSql(`alter table \`product\` add column \`country_of_origin\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`product\` drop column \`manufacturer\`;`);
    this.addSql(`alter table \`product\` drop column \`responsible_persons\`;`);
    this.addSql(`alter table \`product\` drop column \`country_of_origin\`;`);
  }
}
