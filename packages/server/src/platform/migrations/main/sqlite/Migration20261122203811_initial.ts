import { Migration } from '@mikro-orm/migrations';

export class Migration20261122203811_initial extends Migration {

  override name = 'Migration20261122203811_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table \`catalogue_state\` (\`id\` integer not null primary key, \`version\` integer not null);`);

    this.addSql(`create table \`collection\` (\`handle\` text not null primary key, \`kind\` text not null, \`position\` integer not null, \`title\` json not null, \`description\` json not null, \`catalogue_version\` integer not null);`);
    this.addSql(`create index \`collection_catalogue_version_index\` on \`collection\` (\`catalogue_version\`);`);

    this.addSql(`create table \`ingredient\` (\`slug\` text not null primary key, \`inci\` text not null, \`common_name\` json not null, \`explanation\` json not null, \`functions\` json not null, \`origin\` text null, \`avoid_with\` json not null, \`catalogue_version\` integer not null);`);
    this.addSql(`create index \`ingredient_catalogue_version_index\` on \`ingredient\` (\`catalogue_version\`);`);

    this.addSql(`create table \`product\` (\`id\` text not null primary key, \`handle\` text not null, \`status\` text not null, \`vendor\` text not null, \`range\` text null, \`category\` text null, \`texture\` text null, \`texts\` json not null, \`skin_types\` json not null, \`concerns\` json not null, \`free_from\` json not null, \`use_times\` json not null, \`collections\` json not null, \`ingredients\` json not null, \`tags\` json not null, \`options\` json not null, \`pictures\` json not null, \`packaging\` json null, \`period_after_opening_months\` integer null, \`source_fields\` json not null, \`created_at\` datetime not null, \`catalogue_version\` integer not null);`);
    this.addSql(`create unique index \`product_handle_unique\` on \`product\` (\`handle\`);`);
    this.addSql(`create index \`product_catalogue_version_index\` on \`product\` (\`catalogue_version\`);`);

    this.addSql(`create table \`variant\` (\`id\` text not null primary key, \`product_id\` text not null, \`position\` integer not null, \`sku\` text null, \`barcode\` text null, \`option_values\` json not null, \`content_amount\` double null, \`content_unit\` text null, \`prices\` json not null, \`compare_at_prices\` json not null, \`stock\` integer not null, \`stock_tracked\` integer not null, \`weight_grams\` integer null, \`source_fields\` json not null, constraint \`variant_product_id_foreign\` foreign key (\`product_id\`) references \`product\` (\`id\`) on delete cascade, constraint \`variant_stock_not_negative\` check (stock >= 0));`);
    this.addSql(`create index \`variant_product_id_index\` on \`variant\` (\`product_id\`);`);
    this.addSql(`create index \`variant_sku_index\` on \`variant\` (\`sku\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`catalogue_state\`;`);
    this.addSql(`drop table if exists \`collection\`;`);
    this.addSql(`drop table if exists \`ingredient\`;`);
    this.addSql(`drop table if exists \`product\`;`);
    this.addSql(`drop table if exists \`variant\`;`);
  }

}
