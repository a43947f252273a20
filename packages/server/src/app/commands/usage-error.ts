/** A command was called wrongly; its message is what to type, or what is wrong with the file. */
export class UsageError extends Error {}
