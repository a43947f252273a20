/** A place in an input, as graphql-js and graphql-jit write it; all its names are the schema's. */
const PLACE = String.raw`(?: at "(?<place>[\w.[\]]+)")?; `;

/** What can be wrong with a variable, in the words of graphql-js and of graphql-jit, as far as no word is the client's. */
const REASONS = [
  String.raw`Expected non-nullable type "?[\w![\]]+"? not to be null(?: at [\w.[\]]+)?\.`,
  String.raw`Expected type "?\w+"? to be an object\.`,
  String.raw`Field "?[\w.[\]]+"? of required type "?[\w![\]]+"? was not provided\.`,
  String.raw`Expected type "?\w+"?\.`,
];

const SUGGESTION = String.raw`(?<suggestion> Did you mean (?:the enum value )?(?:"\w+"(?:, or |, | or )?)+\?)?`;

const PLAIN = new RegExp(`${PLACE}(?<reason>${REASONS.join('|')})$`, 's');
const UNKNOWN_FIELD = new RegExp(
  String.raw`${PLACE}Field ".*" is not defined by type "?(?<type>\w+)"?\.${SUGGESTION}$`,
  's',
);
const UNKNOWN_VALUE = new RegExp(
  String.raw`${PLACE}Value ".*" does not exist in "(?<type>\w+)" enum\.${SUGGESTION}$`,
  's',
);
const WRONG_SCALAR = new RegExp(
  String.raw`${PLACE}(?:Expected type "?\w+"?[.;] )?(?<reason>(?:Enum )?"?[A-Z]\w*"? cannot represent [a-z\d -]{0,40}value)\b.*$`,
  's',
);

/**
 * A message of graphql-js or graphql-jit without the values that it quotes, and without names of input fields and arguments
 * that the schema does not know: they are what somebody typed, perhaps a name or an address, perhaps in the wrong place.
 */
export function withoutValues(message: string): string {
  const variable = /^Variable "\$(\w+)" got invalid value (.*)$/s.exec(message);
  const shown = variable ? ofVariable(variable[1] ?? '', variable[2] ?? '') : ofDocument(message);
  return shown.slice(0, 300);
}

/** Nothing of what follows the value is kept but what is recognised. */
function ofVariable(name: string, rest: string): string {
  const told = (place: string | undefined, reason: string) =>
    `Variable "$${name}" got an invalid value${place ? ` at "${place}"` : ''}; ${reason}`;
  const plain = PLAIN.exec(rest)?.groups;
  if (plain) return told(plain.place, plain.reason ?? '');
  const field = UNKNOWN_FIELD.exec(rest)?.groups;
  if (field) return told(field.place, `A field is not defined by type "${field.type}".${field.suggestion ?? ''}`);
  const value = UNKNOWN_VALUE.exec(rest)?.groups;
  if (value) return told(value.place, `The value does not exist in "${value.type}" enum.${value.suggestion ?? ''}`);
  const scalar = WRONG_SCALAR.exec(rest)?.groups;
  return scalar ? told(scalar.place, `${scalar.reason}.`) : `Variable "$${name}" got an invalid value.`;
}

function ofDocument(message: string): string {
  return message
    .replace(/^Unknown operation named .*$/s, 'The document has no operation of this name.')
    .replace(/^Field ".*" is not defined by type /s, 'A field is not defined by type ')
    .replace(/^Unknown argument ".*?" on /s, 'Unknown argument on ')
    .replace(/^There can be only one input field named .*$/s, 'There can be only one input field of each name.')
    .replace(/^Argument "(\w+)" has invalid value .*$/s, 'Argument "$1" has an invalid value.')
    .replace(/, found .*$/s, '.')
    .replace(/(cannot represent [^:]*): .*$/s, '$1.')
    .replace(/^Value ".*" does not exist/s, 'The value does not exist')
    .replace(/^(Syntax Error: .*?\b(?:Name|String|BlockString|Int|Float)) ".*$/s, '$1.');
}
