import { DataMapDocument } from '../../generated/graphql.ts';
import { apiLanguage } from '../../platform/locale/language.ts';
import { type PageModule, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';
import { AccountPage } from './account-page.tsx';
import { withAccountTexts } from './account-texts.tsx';
import { AddressesPage } from './addresses-page.tsx';
import { OrdersPage } from './orders-page.tsx';
import { OwnOrderPage } from './own-order-page.tsx';
import { PrivacyPage } from './privacy-page.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { SecurityPage } from './security-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SignUpPage } from './sign-up-page.tsx';
import { YourDataPage } from './your-data-page.tsx';

/** Why each field is asked for; it is the same for everybody, and nothing else is fetched by the server (D19). */
const queries = ({ locale }: PageRequest) => [pageQuery(DataMapDocument, { language: apiLanguage(locale.language) })];

/** Signing in. */
export const signInPage: PageModule = { Page: withAccountTexts(SignInPage), queries };

/** Opening an account. */
export const signUpPage: PageModule = { Page: withAccountTexts(SignUpPage), queries };

/** The account. */
export const accountPage: PageModule = { Page: withAccountTexts(AccountPage), queries };

/** One's rights over one's data, for customers. */
export const privacyPage: PageModule = { Page: withAccountTexts(PrivacyPage), queries };

/** The same for guests, by the link of an order. */
export const yourDataPage: PageModule = { Page: withAccountTexts(YourDataPage), queries };

/** The receipt of an erasure. */
export const receiptPage: PageModule = { Page: withAccountTexts(ReceiptPage) };

/** The customer's orders. */
export const ordersPage: PageModule = { Page: withAccountTexts(OrdersPage), queries };

/** One of them. */
export const ownOrderPage: PageModule = { Page: withAccountTexts(OwnOrderPage), queries };

/** The address book. */
export const addressesPage: PageModule = { Page: withAccountTexts(AddressesPage), queries };

/** How the account is guarded. */
export const securityPage: PageModule = { Page: withAccountTexts(SecurityPage), queries };
