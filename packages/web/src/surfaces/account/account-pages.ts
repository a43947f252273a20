import { DataMapDocument } from '../../generated/graphql.ts';
import { apiLanguage } from '../../platform/locale/language.ts';
import { type PageModule, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';
import { AccountPage } from './account-page.tsx';
import { SignInPage } from './sign-in-page.tsx';
import { SignUpPage } from './sign-up-page.tsx';

/** Why each field is asked for; it is the same for everybody, and nothing else is fetched by the server (D19). */
const queries = ({ locale }: PageRequest) => [pageQuery(DataMapDocument, { language: apiLanguage(locale.language) })];

/** Signing in. */
export const signInPage: PageModule = { Page: SignInPage, queries };

/** Opening an account. */
export const signUpPage: PageModule = { Page: SignUpPage, queries };

/** The account. */
export const accountPage: PageModule = { Page: AccountPage, queries };
