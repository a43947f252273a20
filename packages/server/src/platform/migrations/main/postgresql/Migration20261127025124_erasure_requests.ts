import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025124_erasure_requests extends Migration {
  override name = 'Migration20261127025124_erasure_requests';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "erasure_request" ("id" uuid not null, "subject_id" uuid null, "scope" varchar(8) not null, "state" varchar(16) not null, "language" varchar(2) not null, "requested_at" timestamptz not null, "due_at" timestamptz not null, "cancelled_at" timestamptz null, "mailed_at" timestamptz null, "mail_id" uuid null, "measure" jsonb null, "checkpoint" jsonb null, "executed_at" timestamptz null, "key_epoch" int null, "scans" int not null, "rescan" jsonb null, primary key ("id"));`,
    );
    this.addSql(
      `alter table "erasure_request" add constraint "erasure_request_subject_id_unique" unique ("subject_id");`,
    );

    this.addSql(
      `create table "receipt_link" ("token_hash" varchar(64) not null, "request_id" uuid not null, primary key ("token_hash"));`,
    );
    this.addSql(`create index "receipt_link_request_id_index" on "receipt_link" ("request_id");`);

    this.addSql(`alter table "erasure_record" add "batch_id" uuid null;`);
    this.addSql(`create index "erasure_record_batch_id_index" on "erasure_record" ("batch_id");`);

    this.addSql(`alter table "subject" add "restricted_at" timestamptz null;`);

    this.addSql(
      `alter table "receipt_link" add constraint "receipt_link_request_id_foreign" foreign key ("request_id") references "erasure_request" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "receipt_link" drop constraint "receipt_link_request_id_foreign";`);

    this.addSql(`drop table if exists "erasure_request" cascade;`);
    this.addSql(`drop table if exists "receipt_link" cascade;`);

    this.addSql(`drop index "erasure_record_batch_id_index";`);
    this.addSql(`alter table "erasure_record" drop column "batch_id";`);

    this.addSql(`alter table "subject" drop column "restricted_at";`);
  }
}
