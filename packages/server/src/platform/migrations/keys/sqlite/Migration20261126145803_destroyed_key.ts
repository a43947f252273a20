import { Migration } from '@mikro-orm/migrations';

export class Migration20261126145803_destroyed_key extends Migration {
  override name = 'Migration20261126145803_destroyed_key';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`destroyed_key\` (\`subject_id\` text not null primary key, \`epoch\` integer not null, \`destroyed_at\` text not null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`destroyed_key\`;`);
  }
}
