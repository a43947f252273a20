/** A refusal the caller of the interface can act on; `code` is stable, the message never repeats what was sent. */
export class ApiError extends Error {
  override name = 'ApiError';
  status: number;
  code: string;
  /** The field at fault, by its name in the request. */
  field: string | undefined;

  constructor(status: number, code: string, message: string, field?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/** The answer for anything that is not there, the same whether it never was or is not the caller's. */
export function notFound(): ApiError {
  return new ApiError(404, 'not_found', 'There is nothing here.');
}
