import { type Suite } from "../testgen/suite.ts";
/** A file that is no suite, or one of another model; the message says what differs. */
export declare class SuiteError extends Error {
    readonly name = "SuiteError";
}
/**
 * Checks that a value is a suite that this model can run.
 *
 * @param json what was parsed from the file
 * @throws SuiteError naming the place, what was expected there and what was found
 */
export declare function checkSuite(json: unknown): Suite;
