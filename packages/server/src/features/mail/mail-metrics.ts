import { Counter, type Registry } from 'prom-client';

/** What became of an attempt to send a mail: `FAILED` is tried again, `DROPPED` never. */
export type MailOutcome = 'SENT' | 'SPOOLED' | 'DROPPED' | 'FAILED';

/** Counts `mails_total{outcome}`. */
export function createMailMetrics(metrics: Registry): (outcome: MailOutcome) => void {
  const total = new Counter({
    name: 'mails_total',
    help: 'Attempts to send mails by their outcome',
    labelNames: ['outcome'],
    registers: [metrics],
  });
  return (outcome) => total.inc({ outcome });
}
