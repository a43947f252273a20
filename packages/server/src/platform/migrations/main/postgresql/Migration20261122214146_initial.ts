import { Migration } from '@mikro-orm/migrations';

export class Migration20261122214146_initial extends Migration {
  override name = 'Migration20261122214146_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "bus_event" ("id" uuid not null, "name" varchar(64) not null, "payload" text not null, "published_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "bus_event_published_at_index" on "bus_event" ("published_at");`);

    this.addSql(
      `create table "cart" ("id" uuid not null, "token_hash" varchar(64) not null, "promotion_code" varchar(32) null, "updated_on" varchar(10) not null, primary key ("id"));`,
    );
    this.addSql(`alter table "cart" add constraint "cart_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "cart_updated_on_index" on "cart" ("updated_on");`);

    this.addSql(
      `create table "cart_line" ("id" uuid not null, "cart_id" uuid not null, "variant_id" uuid not null, "position" int not null, "quantity" int not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "cart_line" add constraint "cart_line_cart_id_variant_id_unique" unique ("cart_id", "variant_id");`,
    );

    this.addSql(`create table "catalogue_state" ("id" int not null, "version" int not null, primary key ("id"));`);

    this.addSql(
      `create table "collection" ("handle" varchar(255) not null, "kind" varchar(16) not null, "position" int not null, "title" jsonb not null, "description" jsonb not null, "catalogue_version" int not null, primary key ("handle"));`,
    );
    this.addSql(`create index "collection_catalogue_version_index" on "collection" ("catalogue_version");`);

    this.addSql(
      `create table "egress_agreement" ("key" varchar(64) not null, "party" varchar(255) not null, "recipient" varchar(32) not null, "purposes" jsonb not null, "categories" jsonb not null, "signed_on" date not null, "valid_until" date not null, "assessment_due" date not null, "revoked_on" date null, primary key ("key"));`,
    );

    this.addSql(
      `create table "erasure_record" ("subject_id" uuid not null, "requested_at" timestamptz not null, "key_epoch" int null, "executed_at" timestamptz null, primary key ("subject_id"));`,
    );
    this.addSql(`create index "erasure_record_key_epoch_index" on "erasure_record" ("key_epoch");`);

    this.addSql(
      `create table "ingredient" ("slug" varchar(128) not null, "inci" varchar(255) not null, "common_name" jsonb not null, "explanation" jsonb not null, "functions" jsonb not null, "origin" varchar(16) null, "avoid_with" jsonb not null, "catalogue_version" int not null, primary key ("slug"));`,
    );
    this.addSql(`create index "ingredient_catalogue_version_index" on "ingredient" ("catalogue_version");`);

    this.addSql(
      `create table "job" ("id" uuid not null, "kind" varchar(64) not null, "payload" jsonb not null, "state" varchar(16) not null, "run_at" timestamptz not null, "attempts" int not null, "locked_until" timestamptz null, "lease" uuid null, "last_error_code" varchar(64) null, primary key ("id"));`,
    );
    this.addSql(`create index "job_state_run_at_index" on "job" ("state", "run_at");`);

    this.addSql(
      `create table "mail" ("id" uuid not null, "subject_id" uuid not null, "kind" varchar(32) not null, "state" varchar(16) not null, "queued_at" timestamptz not null, "message" bytea not null, primary key ("id"));`,
    );
    this.addSql(`create index "mail_subject_id_index" on "mail" ("subject_id");`);
    this.addSql(`create index "mail_queued_at_index" on "mail" ("queued_at");`);

    this.addSql(
      `create table "mail_throttle" ("id" uuid not null, "subject_id" uuid not null, "address_index" varchar(64) not null, "kind" varchar(32) not null, "queued_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "mail_throttle_subject_id_index" on "mail_throttle" ("subject_id");`);
    this.addSql(`create index "mail_throttle_address_index_index" on "mail_throttle" ("address_index");`);
    this.addSql(`create index "mail_throttle_queued_at_index" on "mail_throttle" ("queued_at");`);

    this.addSql(
      `create table "placed_order" ("id" uuid not null, "number" varchar(16) not null, "subject_id" uuid not null, "state" varchar(20) not null, "placed_at" timestamptz not null, "payable_until" timestamptz not null, "paid_at" timestamptz null, "delivered_at" timestamptz null, "closed_at" timestamptz null, "market" varchar(2) not null, "country_code" varchar(2) not null, "language" varchar(2) not null, "shipping_option_id" varchar(64) not null, "currency" varchar(3) not null, "subtotal" int not null, "discount" int not null, "shipping" int not null, "included_tax" int not null, "total" int not null, "tax_rate" int not null, "email_index" varchar(64) null, "email" bytea null, "recipient_name" bytea null, "address" bytea null, "phone" bytea null, "content" bytea null, primary key ("id"));`,
    );
    this.addSql(`alter table "placed_order" add constraint "placed_order_number_unique" unique ("number");`);
    this.addSql(`create index "placed_order_subject_id_index" on "placed_order" ("subject_id");`);
    this.addSql(`create index "placed_order_placed_at_index" on "placed_order" ("placed_at");`);
    this.addSql(`create index "placed_order_email_index_index" on "placed_order" ("email_index");`);

    this.addSql(
      `create table "order_code" ("order_id" uuid not null, "code_hash" varchar(64) not null, "expires_at" timestamptz not null, "attempts" int not null, "mailed" int not null, "mailed_on" varchar(10) not null, primary key ("order_id"));`,
    );

    this.addSql(
      `create table "order_link" ("id" uuid not null, "order_id" uuid not null, "kind" varchar(16) not null, "token_hash" varchar(64) not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "order_link_order_id_index" on "order_link" ("order_id");`);
    this.addSql(`alter table "order_link" add constraint "order_link_token_hash_unique" unique ("token_hash");`);
    this.addSql(`create index "order_link_expires_at_index" on "order_link" ("expires_at");`);

    this.addSql(
      `create table "payment" ("id" uuid not null, "order_id" uuid not null, "subject_id" uuid not null, "state" varchar(16) not null, "amount" int not null, "currency" varchar(3) not null, "reference" varchar(32) not null, "session_reference" bytea null, "return_base" varchar(255) null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "settled_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`alter table "payment" add constraint "payment_order_id_unique" unique ("order_id");`);
    this.addSql(`create index "payment_subject_id_index" on "payment" ("subject_id");`);
    this.addSql(`create index "payment_state_index" on "payment" ("state");`);
    this.addSql(`alter table "payment" add constraint "payment_reference_unique" unique ("reference");`);

    this.addSql(
      `create table "payment_event" ("id" varchar(128) not null, "received_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "payment_event_received_at_index" on "payment_event" ("received_at");`);

    this.addSql(
      `create table "placed_request" ("fingerprint" varchar(64) not null, "input_hash" varchar(64) not null, "order_id" uuid not null, "expires_at" timestamptz not null, primary key ("fingerprint"));`,
    );
    this.addSql(`create index "placed_request_order_id_index" on "placed_request" ("order_id");`);
    this.addSql(`create index "placed_request_expires_at_index" on "placed_request" ("expires_at");`);

    this.addSql(
      `create table "product" ("id" uuid not null, "handle" varchar(255) not null, "status" varchar(16) not null, "vendor" varchar(255) not null, "range" varchar(64) null, "category" varchar(255) null, "texture" varchar(32) null, "texts" jsonb not null, "skin_types" jsonb not null, "concerns" jsonb not null, "free_from" jsonb not null, "use_times" jsonb not null, "collections" jsonb not null, "ingredients" jsonb not null, "tags" jsonb not null, "options" jsonb not null, "pictures" jsonb not null, "packaging" jsonb null, "period_after_opening_months" int null, "source_fields" jsonb not null, "created_at" timestamptz not null, "catalogue_version" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "product" add constraint "product_handle_unique" unique ("handle");`);
    this.addSql(`create index "product_catalogue_version_index" on "product" ("catalogue_version");`);

    this.addSql(
      `create table "promotion" ("code" varchar(32) not null, "kind" varchar(16) not null, "percent" int null, "amounts" jsonb not null, "minimum_subtotals" jsonb not null, "valid_from" varchar(10) not null, "valid_until" varchar(10) null, "active" boolean not null, primary key ("code"));`,
    );

    this.addSql(
      `create table "sales_ledger" ("id" uuid not null, "day" varchar(10) not null, "variant_id" uuid not null, "quantity" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "sales_ledger_day_index" on "sales_ledger" ("day");`);

    this.addSql(
      `create table "stock_reservation" ("id" uuid not null, "variant_id" uuid not null, "quantity" int not null, "from_stock" boolean not null, "reserved_on" varchar(10) not null, primary key ("id"));`,
    );

    this.addSql(
      `create table "subject" ("id" uuid not null, "kind" varchar(32) not null, "state" varchar(16) not null, "created_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "subject_state_index" on "subject" ("state");`);

    this.addSql(
      `create table "tax_ledger" ("id" uuid not null, "day" varchar(10) not null, "country_code" varchar(2) not null, "currency" varchar(3) not null, "tax_rate" int not null, "net" int not null, "tax" int not null, primary key ("id"));`,
    );
    this.addSql(`create index "tax_ledger_day_index" on "tax_ledger" ("day");`);

    this.addSql(
      `create table "variant" ("id" uuid not null, "product_id" uuid not null, "position" int not null, "sku" varchar(255) null, "barcode" varchar(64) null, "option_values" jsonb not null, "content_amount" double precision null, "content_unit" varchar(8) null, "prices" jsonb not null, "compare_at_prices" jsonb not null, "stock" int not null, "stock_tracked" boolean not null, "weight_grams" int null, "source_fields" jsonb not null, primary key ("id"));`,
    );
    this.addSql(`create index "variant_product_id_index" on "variant" ("product_id");`);
    this.addSql(`create index "variant_sku_index" on "variant" ("sku");`);

    this.addSql(
      `alter table "cart_line" add constraint "cart_line_cart_id_foreign" foreign key ("cart_id") references "cart" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "cart_line" add constraint "cart_line_quantity" check (quantity > 0);`);

    this.addSql(
      `alter table "order_link" add constraint "order_link_order_id_foreign" foreign key ("order_id") references "placed_order" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "variant" add constraint "variant_product_id_foreign" foreign key ("product_id") references "product" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "variant" add constraint "variant_stock_not_negative" check (stock >= 0);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "cart_line" drop constraint "cart_line_cart_id_foreign";`);
    this.addSql(`alter table "order_link" drop constraint "order_link_order_id_foreign";`);
    this.addSql(`alter table "variant" drop constraint "variant_product_id_foreign";`);

    this.addSql(`drop table if exists "bus_event" cascade;`);
    this.addSql(`drop table if exists "cart" cascade;`);
    this.addSql(`drop table if exists "cart_line" cascade;`);
    this.addSql(`drop table if exists "catalogue_state" cascade;`);
    this.addSql(`drop table if exists "collection" cascade;`);
    this.addSql(`drop table if exists "egress_agreement" cascade;`);
    this.addSql(`drop table if exists "erasure_record" cascade;`);
    this.addSql(`drop table if exists "ingredient" cascade;`);
    this.addSql(`drop table if exists "job" cascade;`);
    this.addSql(`drop table if exists "mail" cascade;`);
    this.addSql(`drop table if exists "mail_throttle" cascade;`);
    this.addSql(`drop table if exists "placed_order" cascade;`);
    this.addSql(`drop table if exists "order_code" cascade;`);
    this.addSql(`drop table if exists "order_link" cascade;`);
    this.addSql(`drop table if exists "payment" cascade;`);
    this.addSql(`drop table if exists "payment_event" cascade;`);
    this.addSql(`drop table if exists "placed_request" cascade;`);
    this.addSql(`drop table if exists "product" cascade;`);
    this.addSql(`drop table if exists "promotion" cascade;`);
    this.addSql(`drop table if exists "sales_ledger" cascade;`);
    this.addSql(`drop table if exists "stock_reservation" cascade;`);
    this.addSql(`drop table if exists "subject" cascade;`);
    this.addSql(`drop table if exists "tax_ledger" cascade;`);
    this.addSql(`drop table if exists "variant" cascade;`);
  }
}
