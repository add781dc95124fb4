import { type Results } from "./results.ts";
/** Results as Markdown: what a job's page begins with. */
export declare function summary(results: Results): string;
