import { Migration } from '@mikro-orm/migrations';

export class Migration20261122210505_initial extends Migration {

  override name = 'Migration20261122210505_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table \`bus_event\` (\`id\` text not null primary key, \`name\` text not null, \`payload\` text not null, \`published_at\` datetime not null);`);
    this.addSql(`create index \`bus_event_published_at_index\` on \`bus_event\` (\`published_at\`);`);

    this.addSql(`create table \`catalogue_state\` (\`id\` integer not null primary key, \`version\` integer not null);`);

    this.addSql(`create table \`collection\` (\`handle\` text not null primary key, \`kind\` text not null, \`position\` integer not null, \`title\` json not null, \`description\` json not null, \`catalogue_version\` integer not null);`);
    this.addSql(`create index \`collection_catalogue_version_index\` on \`collection\` (\`catalogue_version\`);`);

    this.addSql(`create table \`egress_agreement\` (\`key\` text not null primary key, \`party\` text not null, \`recipient\` text not null, \`purposes\` json not null, \`categories\` json not null, \`signed_on\` date not null, \`valid_until\` date not null, \`assessment_due\` date not null, \`revoked_on\` date null);`);

    this.addSql(`create table \`erasure_record\` (\`subject_id\` text not null primary key, \`requested_at\` datetime not null, \`key_epoch\` integer null, \`executed_at\` datetime null);`);
    this.addSql(`create index \`erasure_record_key_epoch_index\` on \`erasure_record\` (\`key_epoch\`);`);

    this.addSql(`create table \`ingredient\` (\`slug\` text not null primary key, \`inci\` text not null, \`common_name\` json not null, \`explanation\` json not null, \`functions\` json not null, \`origin\` text null, \`avoid_with\` json not null, \`catalogue_version\` integer not null);`);
    this.addSql(`create index \`ingredient_catalogue_version_index\` on \`ingredient\` (\`catalogue_version\`);`);

    this.addSql(`create table \`product\` (\`id\` text not null primary key, \`handle\` text not null, \`status\` text not null, \`vendor\` text not null, \`range\` text null, \`category\` text null, \`texture\` text null, \`texts\` json not null, \`skin_types\` json not null, \`concerns\` json not null, \`free_from\` json not null, \`use_times\` json not null, \`collections\` json not null, \`ingredients\` json not null, \`tags\` json not null, \`options\` json not null, \`pictures\` json not null, \`packaging\` json null, \`period_after_opening_months\` integer null, \`source_fields\` json not null, \`created_at\` datetime not null, \`catalogue_version\` integer not null);`);
    this.addSql(`create unique index \`product_handle_unique\` on \`product\` (\`handle\`);`);
    this.addSql(`create index \`product_catalogue_version_index\` on \`product\` (\`catalogue_version\`);`);

    this.addSql(`create table \`subject\` (\`id\` text not null primary key, \`kind\` text not null, \`state\` text not null, \`created_at\` datetime not null);`);
    this.addSql(`create index \`subject_state_index\` on \`subject\` (\`state\`);`);

    this.addSql(`create table \`variant\` (\`id\` text not null primary key, \`product_id\` text not null, \`position\` integer not null, \`sku\` text null, \`barcode\` text null, \`option_values\` json not null, \`content_amount\` double null, \`content_unit\` text null, \`prices\` json not null, \`compare_at_prices\` json not null, \`stock\` integer not null, \`stock_tracked\` integer not null, \`weight_grams\` integer null, \`source_fields\` json not null, constraint \`variant_product_id_foreign\` foreign key (\`product_id\`) references \`product\` (\`id\`) on delete cascade, constraint \`variant_stock_not_negative\` check (stock >= 0));`);
    this.addSql(`create index \`variant_product_id_index\` on \`variant\` (\`product_id\`);`);
    this.addSql(`create index \`variant_sku_index\` on \`variant\` (\`sku\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`bus_event\`;`);
    this.addSql(`drop table if exists \`catalogue_state\`;`);
    this.addSql(`drop table if exists \`collection\`;`);
    this.addSql(`drop table if exists \`egress_agreement\`;`);
    this.addSql(`drop table if exists \`erasure_record\`;`);
    this.addSql(`drop table if exists \`ingredient\`;`);
    this.addSql(`drop table if exists \`product\`;`);
    this.addSql(`drop table if exists \`subject\`;`);
    this.addSql(`drop table if exists \`variant\`;`);
  }

}
