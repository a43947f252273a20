import {
  LONGEST_RETENTION_DAYS,
  type RetentionDays,
  type RetentionRuleName,
} from '@barrier/schema/privacy/retention.ts';
import { ConfigError } from './config-error.ts';

/**
 * For how long what is kept: RETENTION_DAYS names rules and days, such as `NAME=30,EMAIL=365`; what it does not name is kept as long as
 * the privacy policy allows. A rule can be made shorter, not longer, and not switched off.
 * @throws {ConfigError} naming the rule, or what there is instead of one.
 */
export function retentionSetting(env: NodeJS.ProcessEnv): RetentionDays {
  const own: Partial<Record<RetentionRuleName, number>> = {};
  for (const part of (env.RETENTION_DAYS ?? '').split(',').map((text) => text.trim())) {
    if (part === '') continue;
    const [name = '', text = '', ...more] = part.split('=').map((side) => side.trim());
    if (!isRule(name)) {
      const known = Object.keys(LONGEST_RETENTION_DAYS).join(', ');
      throw new ConfigError(`RETENTION_DAYS names what is no rule: each is one of ${known}, an equals sign and days.`);
    }
    if (own[name] !== undefined) throw new ConfigError(`RETENTION_DAYS names ${name} twice.`);
    const longest = LONGEST_RETENTION_DAYS[name];
    const days = Number(text);
    if (more.length > 0 || !/^\d{1,5}$/.test(text) || days < 1 || days > longest) {
      throw new ConfigError(`RETENTION_DAYS: ${name} is no whole number of days from 1 to ${longest}.`);
    }
    own[name] = days;
  }
  return { ...LONGEST_RETENTION_DAYS, ...own };
}

function isRule(name: string): name is RetentionRuleName {
  return Object.hasOwn(LONGEST_RETENTION_DAYS, name);
}
