/** Half of what a guest can spare. */
const CONTENT_MAX_bytes = 4n << 20n;
/**
 * The same call with content in its buffers that no other one has: each seed gives other bytes, and
 * no page of it is like another one.
 *
 * @param seed less than 2^32 - 16, not 0
 * @param max_bytes a call with longer buffers stays as it is: the guest needs as much memory again
 */
export function withContent(request, seed, max_bytes = CONTENT_MAX_bytes) {
    const { segments = [] } = request;
    const total = segments.reduce((sum, segment) => sum + readable(segment), 0n);
    if (total > max_bytes)
        return request;
    return {
        ...request,
        segments: segments.map((segment, i) => readable(segment) > 0n ? { ...segment, buffer: { kind: "seed", seed: seed + i } } : segment),
    };
}
/** Bytes that the kernel may read of a buffer that can be read to its end. */
function readable({ bufsz, memsz, buffer }) {
    const isGood = buffer === undefined || buffer.kind === "good";
    return isGood && bufsz <= memsz ? bufsz : 0n;
}
//# sourceMappingURL=seeds.js.map