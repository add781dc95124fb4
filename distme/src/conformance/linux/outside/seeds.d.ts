import type { LoadRequest } from "../protocol.ts";
/**
 * The same call with content in its buffers that no other one has: each seed gives other bytes, and
 * no page of it is like another one.
 *
 * @param seed less than 2^32 - 16, not 0
 * @param max_bytes a call with longer buffers stays as it is: the guest needs as much memory again
 */
export declare function withContent(request: LoadRequest, seed: number, max_bytes?: bigint): LoadRequest;
