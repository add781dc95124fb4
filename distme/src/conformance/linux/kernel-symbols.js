import { GuestError } from "./agent.js";
/** Addresses by symbol: without KASLR they stay the same as long as the kernel does. */
const addresses = new WeakMap();
export async function addressesOf(guest, symbol) {
    const known = addresses.get(guest) ?? new Map();
    addresses.set(guest, known);
    const found = known.get(symbol) ?? (await lookUp(guest, symbol));
    known.set(symbol, found);
    return found;
}
async function lookUp({ vm: { agent } }, symbol) {
    for (const name of otherNames[symbol] ?? [symbol]) {
        const found = await agent.symbols(name);
        if (found.length > 0)
            return found;
    }
    return [];
}
/** Functions whose name depends on the version. */
const otherNames = {
    "kmalloc of a constant size": [
        "__kmalloc_cache_noprof", // 6.11
        "kmalloc_trace", // 6.1
        "kmem_cache_alloc_trace",
    ],
    "control pages in the region": [
        "kimage_alloc_crash_control_pages",
        "kimage_alloc_control_pages", // where the other is a part of it
    ],
};
export async function addressOf(guest, symbol) {
    const [address] = await addressesOf(guest, symbol);
    if (address !== undefined)
        return address;
    throw missing(symbol);
}
export function missing(symbol) {
    return new GuestError(`expected a kernel with the function ${symbol}, got none`);
}
//# sourceMappingURL=kernel-symbols.js.map