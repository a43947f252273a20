/** Signs that a terminal acts on, or that turn what follows around: control, invisible and direction signs, half pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Bidi_Control}\p{Cs}\u2028\u2029]/gu;

/** Something out of a file as a terminal may show it: on one line, every sign a visible one, cut to so many characters. */
export function printable(text: string, most: number): string {
  const shown = text.length > most ? `${text.slice(0, most)}…` : text;
  return shown.replace(UNPRINTABLE, '\ufffd');
}
