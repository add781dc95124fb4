import { withResolvers } from "../../../base/with-resolvers.ts";
import type { SearchOrder, SearchReport } from "../../search/messages.ts";
import type { SearchProgress, SearchRequest, SearchResult } from "../../search/search.ts";

/** What a worker is made of. */
export interface WorkerTexts {
  readonly worker: string;
  /** The compiled module of the world that is searched; null where the page has none. */
  readonly module: string | null;
}

export interface RunningSearch {
  /** Null when it was cancelled. It is rejected for a request that does not fit the model. */
  readonly result: Promise<SearchResult | null>;
  readonly cancel: () => void;
}

/** Searches in a worker of its own, which ends with the search, however that ends. */
export function startSearch(
  { worker: workerText, module }: WorkerTexts,
  request: SearchRequest,
  onProgress: (progress: SearchProgress) => void,
): RunningSearch {
  const texts = module === null ? [workerText] : [module, "\n", workerText];
  const url = URL.createObjectURL(new Blob(texts, { type: "text/javascript" }));
  const worker = new Worker(url);
  const { promise, resolve, reject } = withResolvers<SearchResult | null>();
  const end = (): void => {
    worker.terminate();
    URL.revokeObjectURL(url);
  };
  worker.onmessage = ({ data }: MessageEvent<SearchReport>) => {
    if (data.kind === "progress") {
      onProgress(data);
      return;
    }
    end();
    if (data.kind === "done") resolve(data.result);
    else reject(new Error(data.message));
  };
  worker.onerror = ({ message }) => {
    end();
    reject(new Error(`the worker of the search failed: ${message || "it cannot be started"}`));
  };
  const order: SearchOrder = { kind: "search", request };
  worker.postMessage(order);
  return {
    result: promise,
    cancel: () => {
      end();
      resolve(null);
    },
  };
}
