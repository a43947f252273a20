import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024830_self_service extends Migration {
  override name = 'Migration20261127024830_self_service';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "email_change" ("id" uuid not null, "account_id" uuid not null, "subject_id" uuid not null, "new_email" bytea not null, "code_hash" varchar(64) null, "attempts" int not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "email_change_subject_id_index" on "email_change" ("subject_id");`);
    this.addSql(`create index "email_change_expires_at_index" on "email_change" ("expires_at");`);
    this.addSql(`alter table "email_change" add constraint "email_change_account_id_unique" unique ("account_id");`);

    this.addSql(
      `create table "saved_address" ("id" uuid not null, "account_id" uuid not null, "subject_id" uuid not null, "is_default" boolean not null, "country_code" varchar(2) not null, "recipient_name" bytea not null, "address" bytea not null, "phone" bytea null, primary key ("id"));`,
    );
    this.addSql(`create index "saved_address_account_id_index" on "saved_address" ("account_id");`);
    this.addSql(`create index "saved_address_subject_id_index" on "saved_address" ("subject_id");`);

    this.addSql(`alter table "account" add "notices_sent" int not null default 0;`);

    this.addSql(
      `alter table "email_change" add constraint "email_change_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "saved_address" add constraint "saved_address_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "email_change" cascade;`);
    this.addSql(`drop table if exists "saved_address" cascade;`);

    this.addSql(`alter table "account" drop column "notices_sent";`);
  }
}
