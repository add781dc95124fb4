/** A machine, or something given with it, that cannot be checked. The message says where. */
export class MachineError extends Error {
  override readonly name: string = "MachineError";
}

/** A feature of a chart that the compiler does not know: it refuses, and never guesses. */
export class UnsupportedError extends MachineError {
  constructor(id: string, what: string) {
    super(`state "${id}" ${what}, which cannot be compiled`);
  }
}
