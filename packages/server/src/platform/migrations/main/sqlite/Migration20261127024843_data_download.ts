import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024843_data_download extends Migration {
  override name = 'Migration20261127024843_data_download';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`data_download\` (\`id\` text not null primary key, \`subject_id\` text not null, \`state\` text not null, \`language\` text not null, \`requested_at\` datetime not null, \`expires_at\` datetime not null, \`token_hash\` text null, \`taken_at\` datetime null);`,
    );
    this.addSql(`create index \`data_download_subject_id_index\` on \`data_download\` (\`subject_id\`);`);
    this.addSql(`create index \`data_download_expires_at_index\` on \`data_download\` (\`expires_at\`);`);
    this.addSql(`create unique index \`data_download_token_hash_unique\` on \`data_download\` (\`token_hash\`);`);

    this.addSql(
      `create table \`download_part\` (\`id\` text not null primary key, \`download_id\` text not null, \`subject_id\` text not null, \`position\` integer not null, \`content\` blob null, constraint \`download_part_download_id_foreign\` foreign key (\`download_id\`) references \`data_download\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`download_part_download_id_index\` on \`download_part\` (\`download_id\`);`);
    this.addSql(`create index \`download_part_subject_id_index\` on \`download_part\` (\`subject_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`data_download\`;`);
    this.addSql(`drop table if exists \`download_part\`;`);
  }
}
