import { type Results } from "./results.ts";
/** Results in the Common Test Report Format, see https://ctrf.io. */
export declare function ctrf(results: Results): string;
