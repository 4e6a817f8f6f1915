/** An outcome that the caller can act on. Anything else is a bug and is masked. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
}

/** Input that no state of the data could make right. The message says what was expected. */
export class BadInputError extends DomainError {
  readonly code = 'BAD_USER_INPUT';
}

/** The work took longer than it may. */
export class TimeoutError extends DomainError {
  readonly code = 'TIMEOUT';

  constructor(milliseconds: number) {
    super(`This took more than ${milliseconds / 1000} seconds and was stopped. Ask for less at once.`);
  }
}

/** The database cannot be reached just now. */
export class UnavailableError extends DomainError {
  readonly code = 'UNAVAILABLE';

  constructor(options?: ErrorOptions) {
    super('The database does not answer. Try again in a few seconds.', options);
  }
}

/** Who it is cannot be found out just now. */
export class SignInUnavailableError extends DomainError {
  readonly code = 'UNAVAILABLE';

  constructor(options?: ErrorOptions) {
    super('The sign-in service does not answer. Try again in a few seconds.', options);
  }
}

/** Nobody has signed in, or nobody that is known. */
export class UnauthenticatedError extends DomainError {
  readonly code = 'UNAUTHENTICATED';
}

/** Others kept changing the same at the same time. */
export class ContentionError extends DomainError {
  readonly code = 'CONFLICT';

  constructor(options?: ErrorOptions) {
    super('Others are changing the same just now. Nothing was done: try again.', options);
  }
}

/** A key that stands for something else already. */
export class IdempotencyKeyReusedError extends DomainError {
  readonly code = 'IDEMPOTENCY_KEY_REUSED';

  constructor() {
    super('input.idempotencyKey: this key was used with another input. Each new request needs a new key.');
  }
}

/** The program cannot start or go on, for a reason that its operator can mend. */
export class OperatorError extends Error {
  /** Exit codes are those of sysexits.h: 69 unavailable, 73 can't create, 74 input or output, 75 try later, 78 configuration. */
  constructor(
    readonly exitCode: 65 | 69 | 73 | 74 | 75 | 78,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
