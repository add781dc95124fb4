export declare const version: string;
export declare const tool: string;
