import { Migration } from '@mikro-orm/migrations';

export class Migration20261126130445_control_outcome extends Migration {
  override name = 'Migration20261126130445_control_outcome';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "control_outcome" ("name" varchar(100) not null, "clause" varchar(10) not null, "state" varchar(5) not null, "finding" varchar(500) not null, "checked_at" timestamptz not null, primary key ("name"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "control_outcome" cascade;`);
  }
}
