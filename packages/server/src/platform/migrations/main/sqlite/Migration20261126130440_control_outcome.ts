import { Migration } from '@mikro-orm/migrations';

export class Migration20261126130440_control_outcome extends Migration {
  override name = 'Migration20261126130440_control_outcome';

  override up(): void | Promise<void> {
    this.addSql(
      `create table \`control_outcome\` (\`name\` text not null primary key, \`clause\` text not null, \`state\` text not null, \`finding\` text not null, \`checked_at\` datetime not null);`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`control_outcome\`;`);
  }
}
