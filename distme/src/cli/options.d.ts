import { Option } from "commander";
import { type KernelName } from "../model/worlds.ts";
/** Told the exit status when a command has ended. */
export type Done = (status: number) => void;
export declare const kernelNames: KernelName[];
export declare function kernelOption(standard?: KernelName): Option;
export declare function natural(text: string): number;
export declare function positive(text: string): number;
export declare function count(text: string): number;
/** A number of bytes: 500M, 2G; K, M, G and T stand for powers of 1024. */
export declare function size(text: string): number;
/** Fast-check's seeds may be negative. */
export declare function integer(text: string): number;
