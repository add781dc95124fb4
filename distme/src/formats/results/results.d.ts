/**
 * What a command found, as all formats for CI are written from: small, plain, and the same for
 * `check`, `conform` and `mutate`.
 */
export interface Results {
    readonly tool: {
        readonly name: string;
        readonly version: string;
    };
    /** `check seed standard`: one line that tells these results from others. */
    readonly title: string;
    /** What ends as a verdict of its own, in the order in which a reader wants it. */
    readonly suites: readonly ResultSuite[];
    /** Milliseconds since 1970. */
    readonly began_ms: number;
    readonly ended_ms: number;
}
export interface ResultSuite {
    readonly name: string;
    /** Facts that belong to all its cases: versions, bounds, counts. */
    readonly facts: Readonly<Record<string, string>>;
    readonly cases: readonly ResultCase[];
}
/** One thing that was judged. */
export interface ResultCase {
    /** Unique in its suite, and the same in every run. */
    readonly name: string;
    readonly rule: ResultRule;
    readonly verdict: ResultVerdict;
    readonly duration_ms: number;
    /** Where a reader should look first; null: there is no such place. */
    readonly location: SourceLocation | null;
    /** How it comes to what the verdict says, step by step; empty when no run shows it. */
    readonly trace: readonly ResultStep[];
    /** The command that shows it again. */
    readonly again: string | null;
}
/** What is claimed; many cases may be judged by one rule. */
export interface ResultRule {
    /** Kebab-case. */
    readonly id: string;
    /** One sentence. */
    readonly statement: string;
    /** The kernel's files and functions, what is not claimed: whatever else helps. */
    readonly help: string | null;
    /** Where it is written down. */
    readonly location: SourceLocation | null;
}
export type ResultVerdict = {
    readonly kind: "passed";
}
/** Something is wrong, and known: a bug of Linux, or a wish that it does not grant. */
 | {
    readonly kind: "expected";
    readonly message: string;
} | {
    readonly kind: "failed";
    readonly message: string;
}
/** Nothing was found out, since something that it needs did not come to its end. */
 | {
    readonly kind: "unknown";
    readonly message: string;
}
/** A search or a test did not come to its end. */
 | {
    readonly kind: "error";
    readonly message: string;
} | {
    readonly kind: "skipped";
    readonly message: string;
};
export type VerdictKind = ResultVerdict["kind"];
export interface ResultStep {
    /** The event as a person reads it. */
    readonly label: string;
    readonly changes: readonly string[];
    /** The transitions that it takes, and their actions. */
    readonly code: readonly CodeReference[];
}
/** A piece of the model that a step runs through. */
export interface CodeReference {
    readonly kind: "transition" | "action";
    readonly name: string;
    readonly location: SourceLocation;
}
export interface SourceLocation {
    /** Path from the root of the project, with slashes. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
}
/** A case without a place and a run to show. */
export declare function plainCase(name: string, rule: ResultRule): Omit<ResultCase, "verdict">;
/** Whether a verdict lets a build pass. */
export declare function isGood({ kind }: ResultVerdict): boolean;
/** The message of a verdict; one that passed has none. */
export declare function messageOfVerdict(verdict: ResultVerdict): string;
export declare function casesOf({ suites }: Results): ResultCase[];
/** How many cases have each verdict. */
export declare function countVerdicts(cases: readonly ResultCase[]): Readonly<Record<VerdictKind, number>>;
/** A trace as text, one line a step: what happens, then what it changes. */
export declare function traceLines(trace: readonly ResultStep[]): string[];
/** XML has no place for most control characters, and a build log none for escape sequences. */
export declare function clean(text: string): string;
