import { type ChildProcess } from "node:child_process";
import { EnvironmentError, type Tool } from "./environment.ts";
/** A program that ran and failed. The message has the last lines of what it printed. */
export declare class CommandError extends EnvironmentError {
}
/**
 * Runs a program to its end.
 *
 * @returns what it printed on its standard output
 * @throws EnvironmentError when the program is not installed
 * @throws CommandError when it ends with another status than 0
 */
export declare function run(tool: Tool, args: readonly string[], options?: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
}): Promise<string>;
export interface GuardOptions {
    /** File descriptor that gets what the program prints. */
    readonly log_fd: number;
    /** Run when we end and the program had to be killed. Must not wait for anything. */
    readonly cleanUp?: () => void;
}
/**
 * Starts a program that never outlives us.
 *
 * It is killed when we exit, when a signal ends us, and (through the kernel's parent death signal)
 * when we are killed ourselves and can do nothing any more.
 *
 * @throws EnvironmentError when it is not installed
 */
export declare function spawnGuarded(tool: Tool, args: readonly string[], { log_fd, cleanUp }: GuardOptions): ChildProcess;
