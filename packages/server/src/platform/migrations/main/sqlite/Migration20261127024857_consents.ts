import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024857_consents extends Migration {
  override name = 'Migration20261127024857_consents';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`consent_record\` (\`id\` text not null primary key, \`subject_id\` text not null, \`account_id\` text not null, \`purpose\` text not null, \`state\` text not null, \`ended_on\` text null, \`token_hash\` text null, \`given\` blob null, \`ended\` blob null, \`unsubscribe_token\` blob null, constraint \`consent_record_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`consent_record_account_id_index\` on \`consent_record\` (\`account_id\`);`);
    this.addSql(`create index \`consent_record_ended_on_index\` on \`consent_record\` (\`ended_on\`);`);
    this.addSql(`create unique index \`consent_record_token_hash_unique\` on \`consent_record\` (\`token_hash\`);`);
    this.addSql(
      `create index \`consent_record_subject_id_purpose_index\` on \`consent_record\` (\`subject_id\`, \`purpose\`);`,
    );
    this.addSql(
      `create index \`consent_record_purpose_state_id_index\` on \`consent_record\` (\`purpose\`, \`state\`, \`id\`);`,
    );

    this.addSql(
      `create table \`news_issue\` (\`id\` text not null primary key, \`content_hash\` text not null, \`purpose\` text not null, \`texts\` json not null, \`started_at\` datetime not null, \`cursor\` text null, \`queued_at\` datetime null, \`recipients\` integer not null, \`queued\` integer not null, \`sent\` integer not null, \`dropped\` integer not null, \`unsure\` integer not null);`,
    );
    this.addSql(`create unique index \`news_issue_content_hash_unique\` on \`news_issue\` (\`content_hash\`);`);

    this.addSql(
      `create table \`signal_objection\` (\`subject_id\` text not null primary key, \`account_id\` text not null, constraint \`signal_objection_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`signal_objection_account_id_index\` on \`signal_objection\` (\`account_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`consent_record\`;`);
    this.addSql(`drop table if exists \`news_issue\`;`);
    this.addSql(`drop table if exists \`signal_objection\`;`);
  }
}
