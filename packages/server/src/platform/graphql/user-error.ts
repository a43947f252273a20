import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';

/** A message in each language; `{name}` stands for a value that is no personal one. */
export type Message = Readonly<Record<Language, string>>;

/** Makes a user error of a feature's code: the message in the language of the request, the place in the input. */
export type MakeUserError<Code extends string> = (
  code: Code,
  language: Language,
  path?: readonly string[],
  values?: Readonly<Record<string, string | number>>,
) => UserError;

/** The user errors of a feature, from a table of their messages; a code without a message does not compile. */
export function userErrorsOf<Code extends string>(messages: Readonly<Record<Code, Message>>): MakeUserError<Code> {
  return (code, language, path = [], values = {}) => ({
    code,
    message: messages[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    path: [...path],
  });
}
