/** Addresses are unsigned long: they wrap at 2^64. */
export function wrap(address) {
    return BigInt.asUintN(64, address);
}
/** Puts an image into a slot and returns what was there. */
export function xchg({ slots }, slot, image) {
    const old = slots[slot];
    slots[slot] = image;
    return old;
}
//# sourceMappingURL=state.js.map