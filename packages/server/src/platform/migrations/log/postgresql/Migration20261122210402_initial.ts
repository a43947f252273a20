import { Migration } from '@mikro-orm/migrations';

export class Migration20261122210402_initial extends Migration {
  override name = 'Migration20261122210402_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "access_entry" ("id" uuid not null, "sequence" bigint not null, "at" varchar(24) not null, "viewer_kind" varchar(16) not null, "viewer_id" varchar(64) null, "role" varchar(32) null, "purpose" varchar(32) not null, "reason" varchar(32) not null, "case_id" varchar(64) null, "coordinates" text not null, "pseudonym" uuid not null, "subject_sequence" int not null, "previous_leaf" bytea null, "leaf" bytea not null, primary key ("id"));`,
    );
    this.addSql(`alter table "access_entry" add constraint "access_entry_sequence_unique" unique ("sequence");`);
    this.addSql(
      `alter table "access_entry" add constraint "access_entry_pseudonym_subject_sequence_unique" unique ("pseudonym", "subject_sequence");`,
    );

    this.addSql(
      `create table "leaf_salt" ("sequence" bigint not null, "salt" bytea not null, primary key ("sequence"));`,
    );

    this.addSql(`create table "log_head" ("id" int not null, "entries" bigint not null, primary key ("id"));`);

    this.addSql(
      `create table "subject_pseudonym" ("subject_id" uuid not null, "pseudonym" uuid null, "entries" int not null, "head" bytea null, primary key ("subject_id"));`,
    );
    this.addSql(
      `alter table "subject_pseudonym" add constraint "subject_pseudonym_pseudonym_unique" unique ("pseudonym");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "access_entry" cascade;`);
    this.addSql(`drop table if exists "leaf_salt" cascade;`);
    this.addSql(`drop table if exists "log_head" cascade;`);
    this.addSql(`drop table if exists "subject_pseudonym" cascade;`);
  }
}
