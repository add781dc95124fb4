/** Reads what `packParts` has written: base64 of gzipped text. It runs in a browser. */
export declare function unpack(packed: string): Promise<string>;
