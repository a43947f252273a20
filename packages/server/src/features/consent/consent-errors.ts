import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with a consent. */
export const consentError = userErrorsOf({
  TEXT_CHANGED: {
    EN: 'The text has changed since you opened the page. Please read it again; nothing was agreed to.',
    DE: 'Der Text hat sich geändert, seit Sie die Seite geöffnet haben. Bitte lesen Sie ihn noch einmal; es wurde nichts vereinbart.',
    ZH: '自您打开页面以来，文本已更改。请重新阅读；目前未记录任何同意。',
  },
});
