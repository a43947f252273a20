import { Migration } from '@mikro-orm/migrations';

export class Migration20261122210354_initial extends Migration {
  override name = 'Migration20261122210354_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`key_epoch\` (\`number\` integer not null primary key, \`state\` text not null, \`created_at\` text not null, \`destroyed_at\` text null);`,
    );

    this.addSql(
      `create table \`subject_key\` (\`id\` text not null primary key, \`subject_id\` text not null, \`wrapped_key\` blob not null, \`epoch\` integer not null, \`generation\` integer not null, \`created_at\` text not null);`,
    );
    this.addSql(`create unique index \`subject_key_subject_id_unique\` on \`subject_key\` (\`subject_id\`);`);
    this.addSql(`create index \`subject_key_epoch_index\` on \`subject_key\` (\`epoch\`);`);
    this.addSql(`create index \`subject_key_created_at_index\` on \`subject_key\` (\`created_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`key_epoch\`;`);
    this.addSql(`drop table if exists \`subject_key\`;`);
  }
}
