import { Migration } from '@mikro-orm/migrations';

export class Migration20261126192323_fetched_picture extends Migration {
  override name = 'Migration20261126192323_fetched_picture';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "fetched_picture" ("url" text not null, "etag" text null, "digest" varchar(64) not null, "width" int not null, "height" int not null, "placeholder" text not null, "catalogue_version" int not null, primary key ("url"));`,
    );
    this.addSql(`create index "fetched_picture_catalogue_version_index" on "fetched_picture" ("catalogue_version");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "fetched_picture" cascade;`);
  }
}
