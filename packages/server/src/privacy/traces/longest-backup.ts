/** Longest time that a backup is kept, in days: what the erased are told. */
export const LONGEST_BACKUP_DAYS = 35;
