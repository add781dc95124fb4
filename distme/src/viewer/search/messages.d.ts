import type { SearchProgress, SearchRequest, SearchResult } from "./search.ts";
/** What a page tells the worker of a search. It stops the search by ending the worker. */
export interface SearchOrder {
    readonly kind: "search";
    readonly request: SearchRequest;
}
/** What the worker tells the page; `done` and `failed` are the last. */
export type SearchReport = ({
    readonly kind: "progress";
} & SearchProgress) | {
    readonly kind: "done";
    readonly result: SearchResult;
}
/** The request does not fit the model. */
 | {
    readonly kind: "failed";
    readonly message: string;
};
