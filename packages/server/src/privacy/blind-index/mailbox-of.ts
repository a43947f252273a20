/**
 * An address without the +tag that many providers let their customers add as they like. For limits alone: to find a person
 * or to send mail, only the provider knows what a tag means (D2).
 */
export function mailboxOf(email: string): string {
  return email.normalize('NFKC').replace(/(?<=.)\+.*(?=@)/s, '');
}
