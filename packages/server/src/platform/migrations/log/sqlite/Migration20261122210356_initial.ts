import { Migration } from '@mikro-orm/migrations';

export class Migration20261122210356_initial extends Migration {
  override name = 'Migration20261122210356_initial';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`access_entry\` (\`id\` text not null primary key, \`sequence\` bigint not null, \`at\` text not null, \`viewer_kind\` text not null, \`viewer_id\` text null, \`role\` text null, \`purpose\` text not null, \`reason\` text not null, \`case_id\` text null, \`coordinates\` text not null, \`pseudonym\` text not null, \`subject_sequence\` integer not null, \`previous_leaf\` blob null, \`leaf\` blob not null);`,
    );
    this.addSql(`create unique index \`access_entry_sequence_unique\` on \`access_entry\` (\`sequence\`);`);
    this.addSql(
      `create unique index \`access_entry_pseudonym_subject_sequence_unique\` on \`access_entry\` (\`pseudonym\`, \`subject_sequence\`);`,
    );

    this.addSql(`create table \`leaf_salt\` (\`sequence\` bigint not null primary key, \`salt\` blob not null);`);

    this.addSql(`create table \`log_head\` (\`id\` integer not null primary key, \`entries\` bigint not null);`);

    this.addSql(
      `create table \`subject_pseudonym\` (\`subject_id\` text not null primary key, \`pseudonym\` text null, \`entries\` integer not null, \`head\` blob null);`,
    );
    this.addSql(`create unique index \`subject_pseudonym_pseudonym_unique\` on \`subject_pseudonym\` (\`pseudonym\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`access_entry\`;`);
    this.addSql(`drop table if exists \`leaf_salt\`;`);
    this.addSql(`drop table if exists \`log_head\`;`);
    this.addSql(`drop table if exists \`subject_pseudonym\`;`);
  }
}
