import { defineEntity, p } from '@mikro-orm/core';

/** `FAILED`: parked after the last attempt, for a person to look at; everything else is `QUEUED`, also while it runs. */
export type JobState = 'QUEUED' | 'FAILED';

/** What a job is about: ids and nothing else, since the queue is not sealed. */
export type JobPayload = Readonly<Record<string, string>>;

export const JobSchema = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().length(64),
    payload: p.json<JobPayload>(),
    state: p.string().$type<JobState>().length(16),
    /** Not before this moment. */
    runAt: p.datetime(),
    /** How often a worker has taken it since it last succeeded. */
    attempts: p.integer(),
    /** Until when the worker that took it has it for itself; null if nobody has. */
    lockedUntil: p.datetime().nullable(),
    /** Names the taking, so that a worker whose lease ran out can tell. */
    lease: p.uuid().nullable(),
    /** Code of the last error; never its message, which may quote a value. */
    lastErrorCode: p.string().length(64).nullable(),
  },
  indexes: [{ properties: ['state', 'runAt'] }],
});

/** A piece of work to be done after a commit. */
export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
