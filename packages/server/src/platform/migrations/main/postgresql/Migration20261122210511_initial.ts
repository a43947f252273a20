import { Migration } from '@mikro-orm/migrations';

export class Migration20261122210511_initial extends Migration {

  override name = 'Migration20261122210511_initial';

  override up(): void | Promise<void> {
    this.addSql(`create table "bus_event" ("id" uuid not null, "name" varchar(64) not null, "payload" text not null, "published_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "bus_event_published_at_index" on "bus_event" ("published_at");`);

    this.addSql(`create table "catalogue_state" ("id" int not null, "version" int not null, primary key ("id"));`);

    this.addSql(`create table "collection" ("handle" varchar(255) not null, "kind" varchar(16) not null, "position" int not null, "title" jsonb not null, "description" jsonb not null, "catalogue_version" int not null, primary key ("handle"));`);
    this.addSql(`create index "collection_catalogue_version_index" on "collection" ("catalogue_version");`);

    this.addSql(`create table "egress_agreement" ("key" varchar(64) not null, "party" varchar(255) not null, "recipient" varchar(32) not null, "purposes" jsonb not null, "categories" jsonb not null, "signed_on" date not null, "valid_until" date not null, "assessment_due" date not null, "revoked_on" date null, primary key ("key"));`);

    this.addSql(`create table "erasure_record" ("subject_id" uuid not null, "requested_at" timestamptz not null, "key_epoch" int null, "executed_at" timestamptz null, primary key ("subject_id"));`);
    this.addSql(`create index "erasure_record_key_epoch_index" on "erasure_record" ("key_epoch");`);

    this.addSql(`create table "ingredient" ("slug" varchar(128) not null, "inci" varchar(255) not null, "common_name" jsonb not null, "explanation" jsonb not null, "functions" jsonb not null, "origin" varchar(16) null, "avoid_with" jsonb not null, "catalogue_version" int not null, primary key ("slug"));`);
    this.addSql(`create index "ingredient_catalogue_version_index" on "ingredient" ("catalogue_version");`);

    this.addSql(`create table "product" ("id" uuid not null, "handle" varchar(255) not null, "status" varchar(16) not null, "vendor" varchar(255) not null, "range" varchar(64) null, "category" varchar(255) null, "texture" varchar(32) null, "texts" jsonb not null, "skin_types" jsonb not null, "concerns" jsonb not null, "free_from" jsonb not null, "use_times" jsonb not null, "collections" jsonb not null, "ingredients" jsonb not null, "tags" jsonb not null, "options" jsonb not null, "pictures" jsonb not null, "packaging" jsonb null, "period_after_opening_months" int null, "source_fields" jsonb not null, "created_at" timestamptz not null, "catalogue_version" int not null, primary key ("id"));`);
    this.addSql(`alter table "product" add constraint "product_handle_unique" unique ("handle");`);
    this.addSql(`create index "product_catalogue_version_index" on "product" ("catalogue_version");`);

    this.addSql(`create table "subject" ("id" uuid not null, "kind" varchar(32) not null, "state" varchar(16) not null, "created_at" timestamptz not null, primary key ("id"));`);
    this.addSql(`create index "subject_state_index" on "subject" ("state");`);

    this.addSql(`create table "variant" ("id" uuid not null, "product_id" uuid not null, "position" int not null, "sku" varchar(255) null, "barcode" varchar(64) null, "option_values" jsonb not null, "content_amount" double precision null, "content_unit" varchar(8) null, "prices" jsonb not null, "compare_at_prices" jsonb not null, "stock" int not null, "stock_tracked" boolean not null, "weight_grams" int null, "source_fields" jsonb not null, primary key ("id"));`);
    this.addSql(`create index "variant_product_id_index" on "variant" ("product_id");`);
    this.addSql(`create index "variant_sku_index" on "variant" ("sku");`);

    this.addSql(`alter table "variant" add constraint "variant_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade;`);
    this.addSql(`alter table "variant" add constraint "variant_stock_not_negative" check (stock >= 0);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "variant" drop constraint "variant_product_id_foreign";`);

    this.addSql(`drop table if exists "bus_event" cascade;`);
    this.addSql(`drop table if exists "catalogue_state" cascade;`);
    this.addSql(`drop table if exists "collection" cascade;`);
    this.addSql(`drop table if exists "egress_agreement" cascade;`);
    this.addSql(`drop table if exists "erasure_record" cascade;`);
    this.addSql(`drop table if exists "ingredient" cascade;`);
    this.addSql(`drop table if exists "product" cascade;`);
    this.addSql(`drop table if exists "subject" cascade;`);
    this.addSql(`drop table if exists "variant" cascade;`);
  }

}
