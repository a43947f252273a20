/** A setting that the operator must mend; its message names the variable and never its value. */
export class ConfigError extends Error {
  readonly code = 'BAD_CONFIG';
}
