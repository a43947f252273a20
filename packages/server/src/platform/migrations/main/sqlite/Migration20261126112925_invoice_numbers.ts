import { Migration } from '@mikro-orm/migrations';

export class Migration20261126112925_invoice_numbers extends Migration {
  override name = 'Migration20261126112925_invoice_numbers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`invoice_series\` (\`series\` text not null primary key, \`last\` integer not null);`);
    this.addSql(`alter table \`placed_order\` add column \`invoice_number\` text null;`);

    // What was paid before gets its number in the order of payment, each year of the seller's time zone from 1. SQLite knows no
    // time zones: at the turn of the year the seller's clock is an hour ahead.
    this.addSql(
      `with \`numbered\` as (
        select \`id\`, strftime('%Y', (\`paid_at\` + 3600000) / 1000, 'unixepoch') as \`series\`,
               row_number() over (partition by strftime('%Y', (\`paid_at\` + 3600000) / 1000, 'unixepoch') order by \`paid_at\`, \`id\`) as \`place\`
          from \`placed_order\` where \`paid_at\` is not null)
      update \`placed_order\` set \`invoice_number\` = \`series\` || '-' || printf('%06d', \`place\`)
        from \`numbered\` where \`numbered\`.\`id\` = \`placed_order\`.\`id\`;`,
    );
    this.addSql(
      `insert into \`invoice_series\` (\`series\`, \`last\`)
        select substr(\`invoice_number\`, 1, 4), count(*) from \`placed_order\` where \`invoice_number\` is not null group by 1;`,
    );
    this.addSql(`create unique index \`placed_order_invoice_number_unique\` on \`placed_order\` (\`invoice_number\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`invoice_series\`;`);
    this.addSql(`drop index \`placed_order_invoice_number_unique\`;`);
    this.addSql(`alter table \`placed_order\` drop column \`invoice_number\`;`);
  }
}
