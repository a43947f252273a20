import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024909_consents extends Migration {
  override name = 'Migration20261127024909_consents';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "consent_record" ("id" uuid not null, "subject_id" uuid not null, "account_id" uuid not null, "purpose" varchar(32) not null, "state" varchar(16) not null, "ended_on" varchar(10) null, "token_hash" varchar(64) null, "given" bytea null, "ended" bytea null, "unsubscribe_token" bytea null, primary key ("id"));`,
    );
    this.addSql(`create index "consent_record_account_id_index" on "consent_record" ("account_id");`);
    this.addSql(`create index "consent_record_ended_on_index" on "consent_record" ("ended_on");`);
    this.addSql(
      `alter table "consent_record" add constraint "consent_record_token_hash_unique" unique ("token_hash");`,
    );
    this.addSql(
      `create index "consent_record_subject_id_purpose_index" on "consent_record" ("subject_id", "purpose");`,
    );
    this.addSql(`create index "consent_record_purpose_state_id_index" on "consent_record" ("purpose", "state", "id");`);

    this.addSql(
      `create table "news_issue" ("id" uuid not null, "content_hash" varchar(64) not null, "purpose" varchar(32) not null, "texts" jsonb not null, "started_at" timestamptz not null, "cursor" uuid null, "queued_at" timestamptz null, "recipients" int not null, "queued" int not null, "sent" int not null, "dropped" int not null, "unsure" int not null, primary key ("id"));`,
    );
    this.addSql(`alter table "news_issue" add constraint "news_issue_content_hash_unique" unique ("content_hash");`);

    this.addSql(
      `create table "signal_objection" ("subject_id" uuid not null, "account_id" uuid not null, primary key ("subject_id"));`,
    );
    this.addSql(`create index "signal_objection_account_id_index" on "signal_objection" ("account_id");`);

    this.addSql(
      `alter table "consent_record" add constraint "consent_record_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );

    this.addSql(
      `alter table "signal_objection" add constraint "signal_objection_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "consent_record" cascade;`);
    this.addSql(`drop table if exists "news_issue" cascade;`);
    this.addSql(`drop table if exists "signal_objection" cascade;`);
  }
}
