/** The kinds of jobs of data rights. */
export const DataRightsJob = {
  /** Mails the code by which somebody claims an order. */
  MAIL_CLAIM_CODE: 'mail-claim-code',
  /** Payload: `requestId`. Does what an erasure that was asked for is at, as far as it can be done now. */
  ADVANCE_ERASURE: 'advance-erasure',
  /** Payload: `subjectId`, `scope`, `notice` and for a schedule `dueAt`. Tells the person by mail. */
  MAIL_ERASURE_NOTICE: 'mail-erasure-notice',
  SWEEP_RECEIPTS: 'sweep-erasure-receipts',
  /** Payload: `downloadId`. Puts a copy of somebody's data together. */
  BUILD_DOWNLOAD: 'build-download',
} as const;
