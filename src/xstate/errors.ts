/** A machine, or something given with it, that cannot be checked. The message says where. */
export class MachineError extends Error {
  override readonly name = "MachineError";
}
