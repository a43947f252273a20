import { Migration } from '@mikro-orm/migrations';

export class Migration20261127025104_erasure_requests extends Migration {
  override name = 'Migration20261127025104_erasure_requests';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`erasure_request\` (\`id\` text not null primary key, \`subject_id\` text null, \`scope\` text not null, \`state\` text not null, \`language\` text not null, \`requested_at\` datetime not null, \`due_at\` datetime not null, \`cancelled_at\` datetime null, \`mailed_at\` datetime null, \`mail_id\` text null, \`measure\` json null, \`checkpoint\` json null, \`executed_at\` datetime null, \`key_epoch\` integer null, \`scans\` integer not null, \`rescan\` json null);`,
    );
    this.addSql(`create unique index \`erasure_request_subject_id_unique\` on \`erasure_request\` (\`subject_id\`);`);

    this.addSql(
      `create table \`receipt_link\` (\`token_hash\` text not null primary key, \`request_id\` text not null, constraint \`receipt_link_request_id_foreign\` foreign key (\`request_id\`) references \`erasure_request\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`receipt_link_request_id_index\` on \`receipt_link\` (\`request_id\`);`);

    this.addSql(`alter table \`erasure_record\` add column \`batch_id\` text null;`);
    this.addSql(`create index \`erasure_record_batch_id_index\` on \`erasure_record\` (\`batch_id\`);`);

    this.addSql(`alter table \`subject\` add column \`restricted_at\` datetime null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`erasure_request\`;`);
    this.addSql(`drop table if exists \`receipt_link\`;`);

    this.addSql(`drop index \`erasure_record_batch_id_index\`;`);
    this.addSql(`alter table \`erasure_record\` drop column \`batch_id\`;`);

    this.addSql(`alter table \`subject\` drop column \`restricted_at\`;`);
  }
}
