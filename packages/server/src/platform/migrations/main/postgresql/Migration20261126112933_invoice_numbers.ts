import { Migration } from '@mikro-orm/migrations';

export class Migration20261126112933_invoice_numbers extends Migration {
  override name = 'Migration20261126112933_invoice_numbers';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "invoice_series" ("series" varchar(4) not null, "last" int not null, primary key ("series"));`,
    );
    this.addSql(`alter table "placed_order" add "invoice_number" varchar(16) null;`);

    // What was paid before gets its number in the order of payment, each year of the seller's time zone from 1.
    this.addSql(
      `with "numbered" as (
        select "id", to_char("paid_at" at time zone 'Europe/Berlin', 'YYYY') as "series",
               row_number() over (partition by to_char("paid_at" at time zone 'Europe/Berlin', 'YYYY') order by "paid_at", "id")::text as "place"
          from "placed_order" where "paid_at" is not null)
      update "placed_order" set "invoice_number" = "series" || '-' || lpad("place", greatest(6, length("place")), '0')
        from "numbered" where "numbered"."id" = "placed_order"."id";`,
    );
    this.addSql(
      `insert into "invoice_series" ("series", "last")
        select left("invoice_number", 4), count(*) from "placed_order" where "invoice_number" is not null group by 1;`,
    );
    this.addSql(
      `alter table "placed_order" add constraint "placed_order_invoice_number_unique" unique ("invoice_number");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "invoice_series" cascade;`);
    this.addSql(`alter table "placed_order" drop constraint "placed_order_invoice_number_unique";`);
    this.addSql(`alter table "placed_order" drop column "invoice_number";`);
  }
}
