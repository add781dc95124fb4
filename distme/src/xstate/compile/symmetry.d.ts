import type { ContextCodec } from "../context.ts";
import type { RegionSymmetry } from "../options.ts";
import { type FlatChart } from "./regions.ts";
/**
 * The representative of a state under exchange of members.
 *
 * Members are sorted by what their regions say and by `key`. Without `permute` that is all there is
 * to them, and sorting is canonical. With it every order of members that the keys do not tell apart
 * is tried, each with the inner symmetry behind it, and the least state wins: exact for any context.
 */
export declare function symmetryOf<C>(flat: FlatChart, symmetry: RegionSymmetry<C>, { codec, inner, }: {
    readonly codec: ContextCodec<C>;
    readonly inner: ((state: Int32Array) => void) | null;
}): (state: Int32Array) => void;
