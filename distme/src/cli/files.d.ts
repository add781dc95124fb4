/** Writes a file, and says what is wrong when it cannot. */
export declare function write(file: string, text: string): void;
/**
 * Says what is wrong with a place before what is to be written there has been found out. No empty
 * file is left for what never comes.
 */
export declare function expectPlace(file: string): void;
/** Reads a JSON file, and says what is wrong when it cannot. */
export declare function readJson(file: string): unknown;
/** Reads a file, and says what is wrong when it cannot. */
export declare function readText(file: string): string;
/** Says where the page is; who asked for JSON gets nothing else on the standard output. */
export declare function tellPage(page: string, { json }: {
    readonly json: boolean;
}): void;
