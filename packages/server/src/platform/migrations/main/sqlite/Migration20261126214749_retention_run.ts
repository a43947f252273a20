import { Migration } from '@mikro-orm/migrations';

export class Migration20261126214749_retention_run extends Migration {
  override name = 'Migration20261126214749_retention_run';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`reduced_order\` (\`id\` text not null primary key, \`invoice_number\` text null, \`paid_on\` text not null, \`refunded\` integer not null, \`country_code\` text not null, \`currency\` text not null, \`subtotal\` integer not null, \`discount\` integer not null, \`shipping\` integer not null, \`included_tax\` integer not null, \`total\` integer not null, \`tax_rate\` integer not null) without rowid;`,
    );
    this.addSql(
      `create unique index \`reduced_order_invoice_number_unique\` on \`reduced_order\` (\`invoice_number\`);`,
    );
    this.addSql(`create index \`reduced_order_paid_on_index\` on \`reduced_order\` (\`paid_on\`);`);

    this.addSql(
      `create table \`retention_run\` (\`id\` text not null primary key, \`started_at\` datetime not null, \`finished_at\` datetime null, \`rules\` json not null, \`lease\` text null, \`locked_until\` datetime null);`,
    );
    this.addSql(`create index \`retention_run_started_at_index\` on \`retention_run\` (\`started_at\`);`);
    this.addSql(`create index \`retention_run_finished_at_index\` on \`retention_run\` (\`finished_at\`);`);

    this.addSql(`create index \`placed_order_closed_at_index\` on \`placed_order\` (\`closed_at\`);`);
    this.addSql(
      `create index \`placed_order_email_kept\` on \`placed_order\` (\`delivered_at\`) where \`delivered_at\` is not null and \`email\` is not null;`,
    );
    this.addSql(
      `create index \`placed_order_recipientname_kept\` on \`placed_order\` (\`delivered_at\`) where \`delivered_at\` is not null and \`recipient_name\` is not null;`,
    );
    this.addSql(
      `create index \`placed_order_address_kept\` on \`placed_order\` (\`delivered_at\`) where \`delivered_at\` is not null and \`address\` is not null;`,
    );
    this.addSql(
      `create index \`placed_order_phone_kept\` on \`placed_order\` (\`delivered_at\`) where \`delivered_at\` is not null and \`phone\` is not null;`,
    );

    this.addSql(`create index \`payment_settled_at_index\` on \`payment\` (\`settled_at\`);`);

    this.addSql(`drop index \`subject_state_index\`;`);
    this.addSql(`create index \`subject_state_id_index\` on \`subject\` (\`state\`, \`id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`reduced_order\`;`);
    this.addSql(`drop table if exists \`retention_run\`;`);

    this.addSql(`drop index \`payment_settled_at_index\`;`);

    this.addSql(`drop index \`placed_order_closed_at_index\`;`);
    this.addSql(`drop index \`placed_order_email_kept\`;`);
    this.addSql(`drop index \`placed_order_recipientname_kept\`;`);
    this.addSql(`drop index \`placed_order_address_kept\`;`);
    this.addSql(`drop index \`placed_order_phone_kept\`;`);

    this.addSql(`drop index \`subject_state_id_index\`;`);
    this.addSql(`create index \`subject_state_index\` on \`subject\` (\`state\`);`);
  }
}
