import { Migration } from '@mikro-orm/migrations';

export class Migration20261126214812_retention_run extends Migration {
  override name = 'Migration20261126214812_retention_run';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "reduced_order" ("id" uuid not null, "invoice_number" varchar(16) null, "paid_on" varchar(10) not null, "refunded" boolean not null, "country_code" varchar(2) not null, "currency" varchar(3) not null, "subtotal" int not null, "discount" int not null, "shipping" int not null, "included_tax" int not null, "total" int not null, "tax_rate" int not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "reduced_order" add constraint "reduced_order_invoice_number_unique" unique ("invoice_number");`,
    );
    this.addSql(`create index "reduced_order_paid_on_index" on "reduced_order" ("paid_on");`);

    this.addSql(
      `create table "retention_run" ("id" uuid not null, "started_at" timestamptz not null, "finished_at" timestamptz null, "rules" jsonb not null, "lease" uuid null, "locked_until" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "retention_run_started_at_index" on "retention_run" ("started_at");`);
    this.addSql(`create index "retention_run_finished_at_index" on "retention_run" ("finished_at");`);

    this.addSql(`create index "placed_order_closed_at_index" on "placed_order" ("closed_at");`);
    this.addSql(
      `create index "placed_order_email_kept" on "placed_order" ("delivered_at") where "delivered_at" is not null and "email" is not null;`,
    );
    this.addSql(
      `create index "placed_order_recipientname_kept" on "placed_order" ("delivered_at") where "delivered_at" is not null and "recipient_name" is not null;`,
    );
    this.addSql(
      `create index "placed_order_address_kept" on "placed_order" ("delivered_at") where "delivered_at" is not null and "address" is not null;`,
    );
    this.addSql(
      `create index "placed_order_phone_kept" on "placed_order" ("delivered_at") where "delivered_at" is not null and "phone" is not null;`,
    );

    this.addSql(`create index "payment_settled_at_index" on "payment" ("settled_at");`);

    this.addSql(`drop index "subject_state_index";`);
    this.addSql(`create index "subject_state_id_index" on "subject" ("state", "id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "reduced_order" cascade;`);
    this.addSql(`drop table if exists "retention_run" cascade;`);

    this.addSql(`drop index "payment_settled_at_index";`);

    this.addSql(`drop index "placed_order_closed_at_index";`);
    this.addSql(`drop index "placed_order_email_kept";`);
    this.addSql(`drop index "placed_order_recipientname_kept";`);
    this.addSql(`drop index "placed_order_address_kept";`);
    this.addSql(`drop index "placed_order_phone_kept";`);

    this.addSql(`drop index "subject_state_id_index";`);
    this.addSql(`create index "subject_state_index" on "subject" ("state");`);
  }
}
