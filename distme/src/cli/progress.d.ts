/** How far the search of one world is. */
export interface WorldProgress {
    readonly world: string;
    readonly status: "waiting" | "running" | "done";
    readonly states: number;
    /** States found per second, lately. */
    readonly rate: number;
    readonly depth: number;
    /** States that are found and not expanded. */
    readonly frontier: number;
    readonly bytes: number;
}
/** Lines on a terminal that say how far the searches are; silent anywhere else. */
export declare class Progress {
    #private;
    constructor(shared: ReadonlyMap<string, SharedArrayBuffer>, quiet: boolean);
    /** The search of a world has ended with so many states. */
    done(world: string, states: number): void;
    /** Tells what cannot wait for the report, terminal or not. */
    warn(message: string): void;
    end(): void;
}
/** What a terminal shows: a heading and one line per world. */
export declare function progressLines(worlds: readonly WorldProgress[]): string[];
/** A number of bytes in the largest unit that leaves a whole part. */
export declare function sizeText(bytes: number): string;
