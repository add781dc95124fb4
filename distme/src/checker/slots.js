/**
 * How the table of a search is laid out, so that every loop over it agrees.
 *
 * The highest bits of a hash choose one of 64 parts, which grow one at a time; the lowest ones the
 * slot where a search begins. A slot holds the number of a state, and above it some bits of the hash
 * between those two: few states with other words have to be looked at.
 */
export const parts_bits = 6;
export const parts = 1 << parts_bits;
const id_bits = 27;
/** The part of a slot that is the number of a state, plus 1. */
export const idMask = (1 << id_bits) - 1;
export const tagMask = ~idMask;
/** States that fit: their numbers must leave room for the tag. */
export const statesMax = idMask - 1;
/** Bits of the hash that neither choose the part nor, in a table of this size, the slot. */
export const tagShift = parts_bits;
export function partOf(hash) {
    return hash >>> (32 - parts_bits);
}
/** What a slot holds. @param id below `statesMax` */
export function slotFor(hash, id) {
    return ((hash << tagShift) & tagMask) | (id + 1);
}
/** Whether a part with so many states must grow: at most two slots of three are in use. */
export function isFull(count, slots) {
    return count * 3 > slots * 2;
}
//# sourceMappingURL=slots.js.map