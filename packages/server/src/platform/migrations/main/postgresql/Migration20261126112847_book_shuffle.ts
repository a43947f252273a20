import { Migration } from '@mikro-orm/migrations';

export class Migration20261126112847_book_shuffle extends Migration {
  override name = 'Migration20261126112847_book_shuffle';

  override up(): void | Promise<void> {
    this.addSql(
      `create table "book_shuffle" ("id" int not null, "day" varchar(10) not null, "since" varchar(20) null, "begun_by" varchar(20) null, "shuffled_by" varchar(20) null, primary key ("id"));`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "book_shuffle" cascade;`);
  }
}
