import { Migration } from '@mikro-orm/migrations';

export class Migration20261122214139_initial extends Migration {
  override name = 'Migration20261122214139_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`bus_event\` (\`id\` text not null primary key, \`name\` text not null, \`payload\` text not null, \`published_at\` datetime not null);`,
    );
    this.addSql(`create index \`bus_event_published_at_index\` on \`bus_event\` (\`published_at\`);`);

    this.addSql(
      `create table \`cart\` (\`id\` text not null primary key, \`token_hash\` text not null, \`promotion_code\` text null, \`updated_on\` text not null);`,
    );
    this.addSql(`create unique index \`cart_token_hash_unique\` on \`cart\` (\`token_hash\`);`);
    this.addSql(`create index \`cart_updated_on_index\` on \`cart\` (\`updated_on\`);`);

    this.addSql(
      `create table \`cart_line\` (\`id\` text not null primary key, \`cart_id\` text not null, \`variant_id\` text not null, \`position\` integer not null, \`quantity\` integer not null, constraint \`cart_line_cart_id_foreign\` foreign key (\`cart_id\`) references \`cart\` (\`id\`) on delete cascade, constraint \`cart_line_quantity\` check (quantity > 0));`,
    );
    this.addSql(`create index \`cart_line_cart_id_index\` on \`cart_line\` (\`cart_id\`);`);
    this.addSql(
      `create unique index \`cart_line_cart_id_variant_id_unique\` on \`cart_line\` (\`cart_id\`, \`variant_id\`);`,
    );

    this.addSql(
      `create table \`catalogue_state\` (\`id\` integer not null primary key, \`version\` integer not null);`,
    );

    this.addSql(
      `create table \`collection\` (\`handle\` text not null primary key, \`kind\` text not null, \`position\` integer not null, \`title\` json not null, \`description\` json not null, \`catalogue_version\` integer not null);`,
    );
    this.addSql(`create index \`collection_catalogue_version_index\` on \`collection\` (\`catalogue_version\`);`);

    this.addSql(
      `create table \`egress_agreement\` (\`key\` text not null primary key, \`party\` text not null, \`recipient\` text not null, \`purposes\` json not null, \`categories\` json not null, \`signed_on\` date not null, \`valid_until\` date not null, \`assessment_due\` date not null, \`revoked_on\` date null);`,
    );

    this.addSql(
      `create table \`erasure_record\` (\`subject_id\` text not null primary key, \`requested_at\` datetime not null, \`key_epoch\` integer null, \`executed_at\` datetime null);`,
    );
    this.addSql(`create index \`erasure_record_key_epoch_index\` on \`erasure_record\` (\`key_epoch\`);`);

    this.addSql(
      `create table \`ingredient\` (\`slug\` text not null primary key, \`inci\` text not null, \`common_name\` json not null, \`explanation\` json not null, \`functions\` json not null, \`origin\` text null, \`avoid_with\` json not null, \`catalogue_version\` integer not null);`,
    );
    this.addSql(`create index \`ingredient_catalogue_version_index\` on \`ingredient\` (\`catalogue_version\`);`);

    this.addSql(
      `create table \`job\` (\`id\` text not null primary key, \`kind\` text not null, \`payload\` json not null, \`state\` text not null, \`run_at\` datetime not null, \`attempts\` integer not null, \`locked_until\` datetime null, \`lease\` text null, \`last_error_code\` text null);`,
    );
    this.addSql(`create index \`job_state_run_at_index\` on \`job\` (\`state\`, \`run_at\`);`);

    this.addSql(
      `create table \`mail\` (\`id\` text not null primary key, \`subject_id\` text not null, \`kind\` text not null, \`state\` text not null, \`queued_at\` datetime not null, \`message\` blob not null);`,
    );
    this.addSql(`create index \`mail_subject_id_index\` on \`mail\` (\`subject_id\`);`);
    this.addSql(`create index \`mail_queued_at_index\` on \`mail\` (\`queued_at\`);`);

    this.addSql(
      `create table \`mail_throttle\` (\`id\` text not null primary key, \`subject_id\` text not null, \`address_index\` text not null, \`kind\` text not null, \`queued_at\` datetime not null);`,
    );
    this.addSql(`create index \`mail_throttle_subject_id_index\` on \`mail_throttle\` (\`subject_id\`);`);
    this.addSql(`create index \`mail_throttle_address_index_index\` on \`mail_throttle\` (\`address_index\`);`);
    this.addSql(`create index \`mail_throttle_queued_at_index\` on \`mail_throttle\` (\`queued_at\`);`);

    this.addSql(
      `create table \`placed_order\` (\`id\` text not null primary key, \`number\` text not null, \`subject_id\` text not null, \`state\` text not null, \`placed_at\` datetime not null, \`payable_until\` datetime not null, \`paid_at\` datetime null, \`delivered_at\` datetime null, \`closed_at\` datetime null, \`market\` text not null, \`country_code\` text not null, \`language\` text not null, \`shipping_option_id\` text not null, \`currency\` text not null, \`subtotal\` integer not null, \`discount\` integer not null, \`shipping\` integer not null, \`included_tax\` integer not null, \`total\` integer not null, \`tax_rate\` integer not null, \`email_index\` text null, \`email\` blob null, \`recipient_name\` blob null, \`address\` blob null, \`phone\` blob null, \`content\` blob null);`,
    );
    this.addSql(`create unique index \`placed_order_number_unique\` on \`placed_order\` (\`number\`);`);
    this.addSql(`create index \`placed_order_subject_id_index\` on \`placed_order\` (\`subject_id\`);`);
    this.addSql(`create index \`placed_order_placed_at_index\` on \`placed_order\` (\`placed_at\`);`);
    this.addSql(`create index \`placed_order_email_index_index\` on \`placed_order\` (\`email_index\`);`);

    this.addSql(
      `create table \`order_code\` (\`order_id\` text not null primary key, \`code_hash\` text not null, \`expires_at\` datetime not null, \`attempts\` integer not null, \`mailed\` integer not null, \`mailed_on\` text not null);`,
    );

    this.addSql(
      `create table \`order_link\` (\`id\` text not null primary key, \`order_id\` text not null, \`kind\` text not null, \`token_hash\` text not null, \`expires_at\` datetime not null, \`revoked_at\` datetime null, constraint \`order_link_order_id_foreign\` foreign key (\`order_id\`) references \`placed_order\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`order_link_order_id_index\` on \`order_link\` (\`order_id\`);`);
    this.addSql(`create unique index \`order_link_token_hash_unique\` on \`order_link\` (\`token_hash\`);`);
    this.addSql(`create index \`order_link_expires_at_index\` on \`order_link\` (\`expires_at\`);`);

    this.addSql(
      `create table \`payment\` (\`id\` text not null primary key, \`order_id\` text not null, \`subject_id\` text not null, \`state\` text not null, \`amount\` integer not null, \`currency\` text not null, \`reference\` text not null, \`session_reference\` blob null, \`return_base\` text null, \`created_at\` datetime not null, \`expires_at\` datetime not null, \`settled_at\` datetime null);`,
    );
    this.addSql(`create unique index \`payment_order_id_unique\` on \`payment\` (\`order_id\`);`);
    this.addSql(`create index \`payment_subject_id_index\` on \`payment\` (\`subject_id\`);`);
    this.addSql(`create index \`payment_state_index\` on \`payment\` (\`state\`);`);
    this.addSql(`create unique index \`payment_reference_unique\` on \`payment\` (\`reference\`);`);

    this.addSql(
      `create table \`payment_event\` (\`id\` text not null primary key, \`received_at\` datetime not null);`,
    );
    this.addSql(`create index \`payment_event_received_at_index\` on \`payment_event\` (\`received_at\`);`);

    this.addSql(
      `create table \`placed_request\` (\`fingerprint\` text not null primary key, \`input_hash\` text not null, \`order_id\` text not null, \`expires_at\` datetime not null);`,
    );
    this.addSql(`create index \`placed_request_order_id_index\` on \`placed_request\` (\`order_id\`);`);
    this.addSql(`create index \`placed_request_expires_at_index\` on \`placed_request\` (\`expires_at\`);`);

    this.addSql(
      `create table \`product\` (\`id\` text not null primary key, \`handle\` text not null, \`status\` text not null, \`vendor\` text not null, \`range\` text null, \`category\` text null, \`texture\` text null, \`texts\` json not null, \`skin_types\` json not null, \`concerns\` json not null, \`free_from\` json not null, \`use_times\` json not null, \`collections\` json not null, \`ingredients\` json not null, \`tags\` json not null, \`options\` json not null, \`pictures\` json not null, \`packaging\` json null, \`period_after_opening_months\` integer null, \`source_fields\` json not null, \`created_at\` datetime not null, \`catalogue_version\` integer not null);`,
    );
    this.addSql(`create unique index \`product_handle_unique\` on \`product\` (\`handle\`);`);
    this.addSql(`create index \`product_catalogue_version_index\` on \`product\` (\`catalogue_version\`);`);

    this.addSql(
      `create table \`promotion\` (\`code\` text not null primary key, \`kind\` text not null, \`percent\` integer null, \`amounts\` json not null, \`minimum_subtotals\` json not null, \`valid_from\` text not null, \`valid_until\` text null, \`active\` integer not null);`,
    );

    this.addSql(
      `create table \`sales_ledger\` (\`id\` text not null primary key, \`day\` text not null, \`variant_id\` text not null, \`quantity\` integer not null) without rowid;`,
    );
    this.addSql(`create index \`sales_ledger_day_index\` on \`sales_ledger\` (\`day\`);`);

    this.addSql(
      `create table \`stock_reservation\` (\`id\` text not null primary key, \`variant_id\` text not null, \`quantity\` integer not null, \`from_stock\` integer not null, \`reserved_on\` text not null) without rowid;`,
    );

    this.addSql(
      `create table \`subject\` (\`id\` text not null primary key, \`kind\` text not null, \`state\` text not null, \`created_at\` datetime not null);`,
    );
    this.addSql(`create index \`subject_state_index\` on \`subject\` (\`state\`);`);

    this.addSql(
      `create table \`tax_ledger\` (\`id\` text not null primary key, \`day\` text not null, \`country_code\` text not null, \`currency\` text not null, \`tax_rate\` integer not null, \`net\` integer not null, \`tax\` integer not null) without rowid;`,
    );
    this.addSql(`create index \`tax_ledger_day_index\` on \`tax_ledger\` (\`day\`);`);

    this.addSql(
      `create table \`variant\` (\`id\` text not null primary key, \`product_id\` text not null, \`position\` integer not null, \`sku\` text null, \`barcode\` text null, \`option_values\` json not null, \`content_amount\` double null, \`content_unit\` text null, \`prices\` json not null, \`compare_at_prices\` json not null, \`stock\` integer not null, \`stock_tracked\` integer not null, \`weight_grams\` integer null, \`source_fields\` json not null, constraint \`variant_product_id_foreign\` foreign key (\`product_id\`) references \`product\` (\`id\`) on delete cascade, constraint \`variant_stock_not_negative\` check (stock >= 0));`,
    );
    this.addSql(`create index \`variant_product_id_index\` on \`variant\` (\`product_id\`);`);
    this.addSql(`create index \`variant_sku_index\` on \`variant\` (\`sku\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`bus_event\`;`);
    this.addSql(`drop table if exists \`cart\`;`);
    this.addSql(`drop table if exists \`cart_line\`;`);
    this.addSql(`drop table if exists \`catalogue_state\`;`);
    this.addSql(`drop table if exists \`collection\`;`);
    this.addSql(`drop table if exists \`egress_agreement\`;`);
    this.addSql(`drop table if exists \`erasure_record\`;`);
    this.addSql(`drop table if exists \`ingredient\`;`);
    this.addSql(`drop table if exists \`job\`;`);
    this.addSql(`drop table if exists \`mail\`;`);
    this.addSql(`drop table if exists \`mail_throttle\`;`);
    this.addSql(`drop table if exists \`placed_order\`;`);
    this.addSql(`drop table if exists \`order_code\`;`);
    this.addSql(`drop table if exists \`order_link\`;`);
    this.addSql(`drop table if exists \`payment\`;`);
    this.addSql(`drop table if exists \`payment_event\`;`);
    this.addSql(`drop table if exists \`placed_request\`;`);
    this.addSql(`drop table if exists \`product\`;`);
    this.addSql(`drop table if exists \`promotion\`;`);
    this.addSql(`drop table if exists \`sales_ledger\`;`);
    this.addSql(`drop table if exists \`stock_reservation\`;`);
    this.addSql(`drop table if exists \`subject\`;`);
    this.addSql(`drop table if exists \`tax_ledger\`;`);
    this.addSql(`drop table if exists \`variant\`;`);
  }
}
