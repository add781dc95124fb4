export interface BugsRequest {
    /** The bug to replay; null: list all of them. */
    readonly id: string | null;
    readonly json: boolean;
    /** Where to save the trace for `replay`. */
    readonly trace: string | null;
}
/**
 * Lists the museum of bugs, or brings one of them back and shows how it is caught.
 *
 * @returns the exit status: 0 when the bug is caught, or listed
 */
export declare function bugsCommand({ id, json, trace }: BugsRequest): Promise<number>;
