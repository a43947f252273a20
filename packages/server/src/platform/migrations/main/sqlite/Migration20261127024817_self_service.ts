import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024817_self_service extends Migration {
  override name = 'Migration20261127024817_self_service';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`email_change\` (\`id\` text not null primary key, \`account_id\` text not null, \`subject_id\` text not null, \`new_email\` blob not null, \`code_hash\` text null, \`attempts\` integer not null, \`expires_at\` datetime not null, constraint \`email_change_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`email_change_account_id_index\` on \`email_change\` (\`account_id\`);`);
    this.addSql(`create index \`email_change_subject_id_index\` on \`email_change\` (\`subject_id\`);`);
    this.addSql(`create index \`email_change_expires_at_index\` on \`email_change\` (\`expires_at\`);`);
    this.addSql(`create unique index \`email_change_account_id_unique\` on \`email_change\` (\`account_id\`);`);

    this.addSql(
      `create table \`saved_address\` (\`id\` text not null primary key, \`account_id\` text not null, \`subject_id\` text not null, \`is_default\` integer not null, \`country_code\` text not null, \`recipient_name\` blob not null, \`address\` blob not null, \`phone\` blob null, constraint \`saved_address_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`saved_address_account_id_index\` on \`saved_address\` (\`account_id\`);`);
    this.addSql(`create index \`saved_address_subject_id_index\` on \`saved_address\` (\`subject_id\`);`);

    this.addSql(`alter table \`account\` add column \`notices_sent\` integer not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`email_change\`;`);
    this.addSql(`drop table if exists \`saved_address\`;`);

    this.addSql(`alter table \`account\` drop column \`notices_sent\`;`);
  }
}
