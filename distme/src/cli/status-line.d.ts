/** The one line on a terminal that says what is going on; each new one takes the place of it. */
export interface StatusLine {
    /** Shows a text; the empty one clears the line. */
    readonly say: (text: string) => void;
    /** Leaves a line that stays, terminal or not. */
    readonly warn: (text: string) => void;
}
/** @param isQuiet nothing but warnings is shown */
export declare function createStatusLine(isQuiet: boolean): StatusLine;
