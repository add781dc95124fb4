import { Option } from "commander";
import type { Results } from "../formats/results/results.ts";
export declare const outputFormats: readonly ["junit", "sarif", "ctrf", "json", "github", "summary"];
export type OutputFormat = (typeof outputFormats)[number];
/** One more form that the results of a command are written in. */
export interface Output {
    readonly format: OutputFormat;
    /** null: where the format belongs by itself, see `placeOf`. */
    readonly file: string | null;
}
/** `--output junit:check.xml`, for every command whose results a build may want. */
export declare function outputOption(): Option;
/**
 * Says what is wrong with the outputs that were asked for, before the results are found out.
 *
 * @param json whether the standard output is one JSON document
 * @throws UsageError, RunError
 */
export declare function prepareOutputs(outputs: readonly Output[], { json }: {
    readonly json: boolean;
}): void;
/** What a command found, in both of its forms. */
export interface Found {
    readonly results: Results;
    /** What --json prints. */
    readonly json: string;
}
/** Writes the results in every form that was asked for. */
export declare function writeOutputs(outputs: readonly Output[], found: Found): void;
