import { Migration } from '@mikro-orm/migrations';

export class Migration20261126145811_destroyed_key extends Migration {
  override name = 'Migration20261126145811_destroyed_key';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "destroyed_key" ("subject_id" uuid not null, "epoch" int not null, "destroyed_at" varchar(24) not null, primary key ("subject_id"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "destroyed_key" cascade;`);
  }
}
