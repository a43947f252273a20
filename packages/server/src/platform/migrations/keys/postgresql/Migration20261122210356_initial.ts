import { Migration } from '@mikro-orm/migrations';

export class Migration20261122210356_initial extends Migration {
  override name = 'Migration20261122210356_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "key_epoch" ("number" int not null, "state" varchar(16) not null, "created_at" varchar(24) not null, "destroyed_at" varchar(24) null, primary key ("number"));`,
    );

    this.addSql(
      `create table "subject_key" ("id" uuid not null, "subject_id" uuid not null, "wrapped_key" bytea not null, "epoch" int not null, "generation" int not null, "created_at" varchar(24) not null, primary key ("id"));`,
    );
    this.addSql(`alter table "subject_key" add constraint "subject_key_subject_id_unique" unique ("subject_id");`);
    this.addSql(`create index "subject_key_epoch_index" on "subject_key" ("epoch");`);
    this.addSql(`create index "subject_key_created_at_index" on "subject_key" ("created_at");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "key_epoch" cascade;`);
    this.addSql(`drop table if exists "subject_key" cascade;`);
  }
}
