import type { AnyStateMachine } from "xstate";
import type { MachineModel } from "../machine-model.ts";
import type { CheckOptions, EventLike } from "../options.ts";
/**
 * Makes a model of a machine whose steps are generated code: the configuration as a few bits per
 * region, the context as bytes or as a number, one function per event of the alphabet.
 *
 * The interpreter starts the machine, and a sample of the states is expanded by both.
 *
 * @throws UnsupportedError for a feature that the compiler does not know; it names the node
 */
export declare function compileMachine<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>): MachineModel<C, E>;
/**
 * Writes the code of a machine as the text of an ES module, whose exports are the `module` of
 * `CheckOptions`.
 *
 * @throws UnsupportedError as `checkMachine` with `engine: "compiled"`
 */
export declare function emitModule<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>): string;
/**
 * Writes the same code as the text of a classic script that defines `compiledModule`, for a worker
 * that is put together from texts.
 *
 * @throws UnsupportedError as `emitModule`
 */
export declare function emitScript<C, E extends EventLike>(machine: AnyStateMachine, options: CheckOptions<C, E>): string;
