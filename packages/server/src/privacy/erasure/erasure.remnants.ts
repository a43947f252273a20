import type { PrivacyRegistry } from '../registry/privacy-registry.ts';
import { LONGEST_BACKUP_DAYS } from '../traces/longest-backup.ts';

/** What stays of every erased subject, whatever the features do (decision 022). */
export function registerErasureRemnants(registry: Pick<PrivacyRegistry, 'registerRemnant'>): void {
  registry.registerRemnant({
    name: 'tombstones',
    what: {
      EN: 'A random number, and when it was erased',
      DE: 'Eine Zufallsnummer, und wann sie gelöscht wurde',
      ZH: '一个随机编号及其删除时间',
    },
    because: {
      EN: 'So that no backup ever brings you back. The number leads to nothing and nobody.',
      DE: 'Damit keine Sicherung Sie je zurückbringt. Die Nummer führt zu nichts und niemandem.',
      ZH: '以防任何备份恢复您的数据。该编号不指向任何内容或任何人。',
    },
    until: { EN: 'for good', DE: 'auf Dauer', ZH: '长期保留' },
    count: async (_em, subjectIds) => subjectIds.length,
  });
  registry.registerRemnant({
    name: 'access log',
    what: {
      EN: 'That somebody’s data was looked at, by whom and why',
      DE: 'Dass Daten von jemandem angesehen wurden, von wem und warum',
      ZH: '某人的数据曾被查看、由谁查看及原因',
    },
    because: {
      EN: 'The record of all access must have no gaps. Whose data it was is known to nobody any more.',
      DE: 'Das Protokoll aller Zugriffe darf keine Lücken haben. Wessen Daten es waren, weiß niemand mehr.',
      ZH: '访问日志不得有缺口。数据属于谁，已无人知晓。',
    },
    until: { EN: 'as long as the log', DE: 'so lange wie das Protokoll', ZH: '与日志保留期相同' },
    count: async () => null,
  });
  registry.registerRemnant({
    name: 'backups',
    what: {
      EN: 'Encrypted values in backups from before',
      DE: 'Verschlüsselte Werte in früheren Sicherungen',
      ZH: '此前备份中的加密数据',
    },
    because: {
      EN: 'Backups cannot be changed. Once the last key is destroyed no copy opens any more.',
      DE: 'Sicherungen lassen sich nicht ändern. Ist der letzte Schlüssel vernichtet, öffnet sich keine Kopie mehr.',
      ZH: '备份无法更改。最后一把密钥销毁后，任何副本都无法打开。',
    },
    until: {
      EN: `${LONGEST_BACKUP_DAYS} days at most`,
      DE: `höchstens ${LONGEST_BACKUP_DAYS} Tage`,
      ZH: `最多 ${LONGEST_BACKUP_DAYS} 天`,
    },
    count: async () => null,
  });
  registry.registerRemnant({
    name: 'disk',
    what: {
      EN: 'Encrypted bytes on the disk that are not overwritten yet',
      DE: 'Verschlüsselte Bytes auf der Platte, die noch nicht überschrieben sind',
      ZH: '磁盘上尚未覆盖的加密字节',
    },
    because: {
      EN: 'Disks and the databases’ logs of writes give space free before they use it again.',
      DE: 'Platten und die Schreibprotokolle der Datenbanken geben Platz frei, bevor sie ihn neu nutzen.',
      ZH: '磁盘和数据库写入日志会先释放空间，之后才重新使用。',
    },
    until: { EN: 'until it is used again', DE: 'bis der Platz neu genutzt wird', ZH: '直至空间被重新使用' },
    count: async () => null,
  });
}
