import { Migration } from '@mikro-orm/migrations';

export class Migration20261126215051_accounts extends Migration {
  override name = 'Migration20261126215051_accounts';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "account" ("id" uuid not null, "subject_id" uuid not null, "state" varchar(16) not null, "language" varchar(2) not null, "created_at" timestamptz not null, "confirmed_at" timestamptz null, "last_used_on" varchar(10) not null, "email_index" varchar(64) not null, "confirmed_index" varchar(64) null, "email" bytea not null, "name" bytea null, "password_hash" bytea null, primary key ("id"));`,
    );
    this.addSql(`alter table "account" add constraint "account_subject_id_unique" unique ("subject_id");`);
    this.addSql(`create index "account_state_index" on "account" ("state");`);
    this.addSql(`create index "account_last_used_on_index" on "account" ("last_used_on");`);
    this.addSql(`create index "account_email_index_index" on "account" ("email_index");`);
    this.addSql(`alter table "account" add constraint "account_confirmed_index_unique" unique ("confirmed_index");`);

    this.addSql(
      `create table "account_session" ("id" uuid not null, "account_id" uuid not null, "subject_id" uuid not null, "token_hash" varchar(64) not null, "device" bytea null, "created_at" timestamptz not null, "proved_at" timestamptz not null, "last_used_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "account_session_account_id_index" on "account_session" ("account_id");`);
    this.addSql(`create index "account_session_subject_id_index" on "account_session" ("subject_id");`);
    this.addSql(
      `alter table "account_session" add constraint "account_session_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(`create index "account_session_expires_at_index" on "account_session" ("expires_at");`);

    this.addSql(
      `create table "person_subject" ("subject_id" uuid not null, "account_id" uuid not null, "linked_at" timestamptz not null, primary key ("subject_id"));`,
    );
    this.addSql(`create index "person_subject_account_id_index" on "person_subject" ("account_id");`);

    this.addSql(
      `create table "sign_in_attempt" ("id" uuid not null, "address_index" varchar(64) not null, "attempted_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(`create index "sign_in_attempt_address_index_index" on "sign_in_attempt" ("address_index");`);
    this.addSql(`create index "sign_in_attempt_attempted_at_index" on "sign_in_attempt" ("attempted_at");`);

    this.addSql(
      `create table "sign_in_challenge" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid null, "subject_id" uuid null, "code_hash" varchar(64) null, "attempts" int not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "sign_in_challenge" add constraint "sign_in_challenge_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(`create index "sign_in_challenge_subject_id_index" on "sign_in_challenge" ("subject_id");`);
    this.addSql(`create index "sign_in_challenge_expires_at_index" on "sign_in_challenge" ("expires_at");`);

    this.addSql(
      `alter table "account_session" add constraint "account_session_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account_session" drop constraint "account_session_account_id_foreign";`);

    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "account_session" cascade;`);
    this.addSql(`drop table if exists "person_subject" cascade;`);
    this.addSql(`drop table if exists "sign_in_attempt" cascade;`);
    this.addSql(`drop table if exists "sign_in_challenge" cascade;`);
  }
}
