import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024831_second_factors extends Migration {
  override name = 'Migration20261127024831_second_factors';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "passkey" ("id" uuid not null, "account_id" uuid not null, "subject_id" uuid not null, "credential_index" varchar(64) not null, "credential_id" bytea not null, "credential" bytea not null, "name" bytea not null, "counter" bigint not null, "created_on" varchar(10) not null, "last_used_on" varchar(10) null, primary key ("id"));`,
    );
    this.addSql(`create index "passkey_account_id_index" on "passkey" ("account_id");`);
    this.addSql(`create index "passkey_subject_id_index" on "passkey" ("subject_id");`);
    this.addSql(`alter table "passkey" add constraint "passkey_credential_index_unique" unique ("credential_index");`);

    this.addSql(
      `create table "passkey_ceremony" ("id" uuid not null, "challenge_hash" varchar(64) not null, "use" varchar(16) not null, "subject_id" uuid null, "session_id" uuid null, "second_factor_id" uuid null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "passkey_ceremony" add constraint "passkey_ceremony_challenge_hash_unique" unique ("challenge_hash");`,
    );
    this.addSql(`create index "passkey_ceremony_subject_id_index" on "passkey_ceremony" ("subject_id");`);
    this.addSql(`create index "passkey_ceremony_expires_at_index" on "passkey_ceremony" ("expires_at");`);

    this.addSql(
      `create table "recovery_code" ("id" uuid not null, "account_id" uuid not null, "subject_id" uuid not null, "code_hash" varchar(64) not null, primary key ("id"));`,
    );
    this.addSql(`create index "recovery_code_account_id_index" on "recovery_code" ("account_id");`);
    this.addSql(`create index "recovery_code_subject_id_index" on "recovery_code" ("subject_id");`);
    this.addSql(`alter table "recovery_code" add constraint "recovery_code_code_hash_unique" unique ("code_hash");`);

    this.addSql(
      `create table "second_factor_challenge" ("id" uuid not null, "token_hash" varchar(64) not null, "account_id" uuid not null, "subject_id" uuid not null, "session_id" uuid null, "attempts" int not null, "expires_at" timestamptz not null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "second_factor_challenge" add constraint "second_factor_challenge_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(`create index "second_factor_challenge_account_id_index" on "second_factor_challenge" ("account_id");`);
    this.addSql(`create index "second_factor_challenge_subject_id_index" on "second_factor_challenge" ("subject_id");`);
    this.addSql(`create index "second_factor_challenge_expires_at_index" on "second_factor_challenge" ("expires_at");`);

    this.addSql(
      `create table "totp_factor" ("id" uuid not null, "account_id" uuid not null, "subject_id" uuid not null, "secret" bytea not null, "confirmed_on" varchar(10) null, "expires_at" timestamptz null, "last_step" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "totp_factor" add constraint "totp_factor_account_id_unique" unique ("account_id");`);
    this.addSql(`create index "totp_factor_subject_id_index" on "totp_factor" ("subject_id");`);
    this.addSql(`create index "totp_factor_expires_at_index" on "totp_factor" ("expires_at");`);

    this.addSql(`alter table "account" add "passkey_required" boolean not null default false;`);

    this.addSql(
      `alter table "passkey" add constraint "passkey_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "totp_factor" add constraint "totp_factor_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "passkey" cascade;`);
    this.addSql(`drop table if exists "passkey_ceremony" cascade;`);
    this.addSql(`drop table if exists "recovery_code" cascade;`);
    this.addSql(`drop table if exists "second_factor_challenge" cascade;`);
    this.addSql(`drop table if exists "totp_factor" cascade;`);

    this.addSql(`alter table "account" drop column "passkey_required";`);
  }
}
