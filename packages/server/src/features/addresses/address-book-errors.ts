import { userErrorsOf } from '../../platform/graphql/user-error.ts';

/** What can be wrong with an address book, besides what can be wrong with an address. */
export const addressBookError = userErrorsOf({
  ADDRESS_BOOK_FULL: {
    EN: 'At most {most} addresses can be kept. Please remove one first.',
    DE: 'Es lassen sich höchstens {most} Adressen speichern. Bitte entfernen Sie zuerst eine.',
    ZH: '最多可保存 {most} 个地址，请先删除一个。',
  },
  ADDRESS_GONE: {
    EN: 'This address is not in your account any more.',
    DE: 'Diese Adresse ist nicht mehr in Ihrem Konto.',
    ZH: '此地址已不在您的账户中。',
  },
});
