import { Migration } from '@mikro-orm/migrations';

export class Migration20261127024816_second_factors extends Migration {
  override name = 'Migration20261127024816_second_factors';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`passkey\` (\`id\` text not null primary key, \`account_id\` text not null, \`subject_id\` text not null, \`credential_index\` text not null, \`credential_id\` blob not null, \`credential\` blob not null, \`name\` blob not null, \`counter\` bigint not null, \`created_on\` text not null, \`last_used_on\` text null, constraint \`passkey_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`passkey_account_id_index\` on \`passkey\` (\`account_id\`);`);
    this.addSql(`create index \`passkey_subject_id_index\` on \`passkey\` (\`subject_id\`);`);
    this.addSql(`create unique index \`passkey_credential_index_unique\` on \`passkey\` (\`credential_index\`);`);

    this.addSql(
      `create table \`passkey_ceremony\` (\`id\` text not null primary key, \`challenge_hash\` text not null, \`use\` text not null, \`subject_id\` text null, \`session_id\` text null, \`second_factor_id\` text null, \`expires_at\` datetime not null);`,
    );
    this.addSql(
      `create unique index \`passkey_ceremony_challenge_hash_unique\` on \`passkey_ceremony\` (\`challenge_hash\`);`,
    );
    this.addSql(`create index \`passkey_ceremony_subject_id_index\` on \`passkey_ceremony\` (\`subject_id\`);`);
    this.addSql(`create index \`passkey_ceremony_expires_at_index\` on \`passkey_ceremony\` (\`expires_at\`);`);

    this.addSql(
      `create table \`recovery_code\` (\`id\` text not null primary key, \`account_id\` text not null, \`subject_id\` text not null, \`code_hash\` text not null, constraint \`recovery_code_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`recovery_code_account_id_index\` on \`recovery_code\` (\`account_id\`);`);
    this.addSql(`create index \`recovery_code_subject_id_index\` on \`recovery_code\` (\`subject_id\`);`);
    this.addSql(`create unique index \`recovery_code_code_hash_unique\` on \`recovery_code\` (\`code_hash\`);`);

    this.addSql(
      `create table \`second_factor_challenge\` (\`id\` text not null primary key, \`token_hash\` text not null, \`account_id\` text not null, \`subject_id\` text not null, \`session_id\` text null, \`attempts\` integer not null, \`expires_at\` datetime not null);`,
    );
    this.addSql(
      `create unique index \`second_factor_challenge_token_hash_unique\` on \`second_factor_challenge\` (\`token_hash\`);`,
    );
    this.addSql(
      `create index \`second_factor_challenge_account_id_index\` on \`second_factor_challenge\` (\`account_id\`);`,
    );
    this.addSql(
      `create index \`second_factor_challenge_subject_id_index\` on \`second_factor_challenge\` (\`subject_id\`);`,
    );
    this.addSql(
      `create index \`second_factor_challenge_expires_at_index\` on \`second_factor_challenge\` (\`expires_at\`);`,
    );

    this.addSql(
      `create table \`totp_factor\` (\`id\` text not null primary key, \`account_id\` text not null, \`subject_id\` text not null, \`secret\` blob not null, \`confirmed_on\` text null, \`expires_at\` datetime null, \`last_step\` integer not null, constraint \`totp_factor_account_id_foreign\` foreign key (\`account_id\`) references \`account\` (\`id\`) on delete cascade);`,
    );
    this.addSql(`create index \`totp_factor_account_id_index\` on \`totp_factor\` (\`account_id\`);`);
    this.addSql(`create unique index \`totp_factor_account_id_unique\` on \`totp_factor\` (\`account_id\`);`);
    this.addSql(`create index \`totp_factor_subject_id_index\` on \`totp_factor\` (\`subject_id\`);`);
    this.addSql(`create index \`totp_factor_expires_at_index\` on \`totp_factor\` (\`expires_at\`);`);

    this.addSql(`alter table \`account\` add column \`passkey_required\` integer not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`passkey\`;`);
    this.addSql(`drop table if exists \`passkey_ceremony\`;`);
    this.addSql(`drop table if exists \`recovery_code\`;`);
    this.addSql(`drop table if exists \`second_factor_challenge\`;`);
    this.addSql(`drop table if exists \`totp_factor\`;`);

    this.addSql(`alter table \`account\` drop column \`passkey_required\`;`);
  }
}
