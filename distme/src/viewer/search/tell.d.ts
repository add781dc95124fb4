import type { SearchProgress, SearchRequest, SearchResult } from "./search.ts";
/** What a search found, in a sentence or two. */
export declare function resultText(result: SearchResult, request: SearchRequest): string;
/** How the search was done, for those who want to know. */
export declare function engineText({ states, time_ms, engine }: SearchResult): string;
/** How far a search is, and how fast it goes. */
export declare function progressText({ states, depth }: SearchProgress, time_ms: number): string;
