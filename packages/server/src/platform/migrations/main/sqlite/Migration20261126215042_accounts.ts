import { Migration } from '@mikro-orm/migrations';

export class Migration20261126215042_accounts extends Migration {
  override name = 'Migration20261126215042_accounts';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`account\` (\`id\` text not null primary key, \`subject_id\` text not null, \`state\` text not null, \`language\` text not null, \`created_at\` datetime not null, \`confirmed_at\` datetime null, \`last_used_on\` text not null, \`email_index\` text not null, \`confirmed_index\` text null, \`email\` blob not null, \`name\` blob null, \`password_hash\` blob null);`,
    );
    this.addSql(`create unique index \`account_subject_id_unique\` on \`account\` (\`subject_id\`);`);
    this.addSql(`create index \`account_state_index\` on \`account\` (\`state\`);`);
    this.addSql(`create index \`account_last_used_on_index\` on \`account\` (\`last_used_on\`);`);
    this.addSql(`create index \`account_email_index_index\` on \`account\` (\`email_index\`);`);
    this.addSql(`create unique index \`account_confirmed_index_unique\` on \`account\` (\`confirmed_index\`);`);

    this.addSql(
      `create table \`account_session\` (\`id\` text not null primary key, \`account_id\` text not null, \`subject_id\` text not null, \`token_hash\` text not null, \`device\` blob null, \`created_at\` datetime not null, \`proved_at\` datetime not null, \`last_used_at\` datetime not null, \`expires_at\` datetime not null, constraint \`account_session_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`account_session_account_id_index\` on \`account_session\` (\`account_id\`);`);
    this.addSql(`create index \`account_session_subject_id_index\` on \`account_session\` (\`subject_id\`);`);
    this.addSql(`create unique index \`account_session_token_hash_unique\` on \`account_session\` (\`token_hash\`);`);
    this.addSql(`create index \`account_session_expires_at_index\` on \`account_session\` (\`expires_at\`);`);

    this.addSql(
      `create table \`person_subject\` (\`subject_id\` text not null primary key, \`account_id\` text not null, \`linked_at\` datetime not null);`,
    );
    this.addSql(`create index \`person_subject_account_id_index\` on \`person_subject\` (\`account_id\`);`);

    this.addSql(
      `create table \`sign_in_attempt\` (\`id\` text not null primary key, \`address_index\` text not null, \`attempted_at\` datetime not null);`,
    );
    this.addSql(`create index \`sign_in_attempt_address_index_index\` on \`sign_in_attempt\` (\`address_index\`);`);
    this.addSql(`create index \`sign_in_attempt_attempted_at_index\` on \`sign_in_attempt\` (\`attempted_at\`);`);

    this.addSql(
      `create table \`sign_in_challenge\` (\`id\` text not null primary key, \`token_hash\` text not null, \`account_id\` text null, \`subject_id\` text null, \`code_hash\` text null, \`attempts\` integer not null, \`expires_at\` datetime not null);`,
    );
    this.addSql(
      `create unique index \`sign_in_challenge_token_hash_unique\` on \`sign_in_challenge\` (\`token_hash\`);`,
    );
    this.addSql(`create index \`sign_in_challenge_subject_id_index\` on \`sign_in_challenge\` (\`subject_id\`);`);
    this.addSql(`create index \`sign_in_challenge_expires_at_index\` on \`sign_in_challenge\` (\`expires_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`account\`;`);
    this.addSql(`drop table if exists \`account_session\`;`);
    this.addSql(`drop table if exists \`person_subject\`;`);
    this.addSql(`drop table if exists \`sign_in_attempt\`;`);
    this.addSql(`drop table if exists \`sign_in_challenge\`;`);
  }
}
