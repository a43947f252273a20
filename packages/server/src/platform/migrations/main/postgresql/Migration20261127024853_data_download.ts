import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024853_data_download extends Migration {
  override name = 'Migration20261127024853_data_download';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "data_download" ("id" uuid not null, "subject_id" uuid not null, "state" varchar(16) not null, "language" varchar(2) not null, "requested_at" timestamptz not null, "expires_at" timestamptz not null, "token_hash" varchar(64) null, "taken_at" timestamptz null, primary key ("id"));`,
    );
    this.addSql(`create index "data_download_subject_id_index" on "data_download" ("subject_id");`);
    this.addSql(`create index "data_download_expires_at_index" on "data_download" ("expires_at");`);
    this.addSql(`alter table "data_download" add constraint "data_download_token_hash_unique" unique ("token_hash");`);

    this.addSql(
      `create table "download_part" ("id" uuid not null, "download_id" uuid not null, "subject_id" uuid not null, "position" int not null, "content" bytea null, primary key ("id"));`,
    );
    this.addSql(`create index "download_part_download_id_index" on "download_part" ("download_id");`);
    this.addSql(`create index "download_part_subject_id_index" on "download_part" ("subject_id");`);

    this.addSql(
      `alter table "download_part" add constraint "download_part_download_id_foreign" foreign key ("download_id") references "data_download" ("id") on delete cascade;`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "download_part" drop constraint "download_part_download_id_foreign";`);

    this.addSql(`drop table if exists "data_download" cascade;`);
    this.addSql(`drop table if exists "download_part" cascade;`);
  }
}
