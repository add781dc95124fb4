import { type KernelName } from "../model/worlds.ts";
/**
 * Says which model a suite was made from: a hash of the statecharts and of the worlds with their
 * requests. A suite of another model may expect what this one does not.
 */
export declare function modelHash(kernel: KernelName): string;
