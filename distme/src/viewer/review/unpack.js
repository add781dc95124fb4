/** Reads what `packParts` has written: base64 of gzipped text. It runs in a browser. */
export async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await new Response(stream).text();
}
//# sourceMappingURL=unpack.js.map