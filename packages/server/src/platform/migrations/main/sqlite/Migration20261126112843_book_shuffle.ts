import { Migration } from '@mikro-orm/migrations';

export class Migration20261126112843_book_shuffle extends Migration {
  override name = 'Migration20261126112843_book_shuffle';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`book_shuffle\` (\`id\` integer not null primary key, \`day\` text not null, \`since\` text null, \`begun_by\` text null, \`shuffled_by\` text null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`book_shuffle\`;`);
  }
}
