import { Migration } from '@mikro-orm/migrations';

export class Migration20261126192320_fetched_picture extends Migration {
  override name = 'Migration20261126192320_fetched_picture';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`fetched_picture\` (\`url\` text not null primary key, \`etag\` text null, \`digest\` text not null, \`width\` integer not null, \`height\` integer not null, \`placeholder\` text not null, \`catalogue_version\` integer not null);`,
    );
    this.addSql(
      `create index \`fetched_picture_catalogue_version_index\` on \`fetched_picture\` (\`catalogue_version\`);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`fetched_picture\`;`);
  }
}
