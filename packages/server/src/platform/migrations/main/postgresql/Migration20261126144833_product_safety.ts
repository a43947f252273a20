import { Migration } from '@mikro-orm/migrations';

export class Migration20261126144833_product_safety extends Migration {
  override name = 'Migration20261126144833_product_safety';

  override up(): void | Promise<void> {
    this.addSql(
      `alter table "product" add "manufacturer" jsonb null, add "responsible_persons" jsonb null, add "country_of_origin" varchar(2) null;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(
      `alter table "product" drop column "manufacturer", drop column "responsible_persons", drop column "country_of_origin";`,
    );
  }
}
