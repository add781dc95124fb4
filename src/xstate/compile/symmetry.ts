import type { ChartNode } from "../chart.ts";
import type { ContextCodec } from "../context.ts";
import { MachineError } from "../errors.ts";
import type { RegionSymmetry } from "../options.ts";
import { type FlatChart, type Region, readRegion, writeRegion } from "./regions.ts";

/** More members than this would have too many orders to try. */
const permutedMax = 5;

/**
 * The representative of a state under exchange of members.
 *
 * Without `permute` the members' regions are all there is, and sorting them is canonical. With it
 * every order is tried, each with the inner symmetry behind it, and the least state wins: exact for
 * any context, at the cost of one try per order.
 */
export function symmetryOf<C>(
  flat: FlatChart,
  symmetry: RegionSymmetry<C>,
  {
    codec,
    inner,
  }: { readonly codec: ContextCodec<C>; readonly inner: ((state: Int32Array) => void) | null },
): (state: Int32Array) => void {
  const members = symmetry.members.map((paths) => regionsOf(flat, paths));
  refuseUnequal(members);
  const { permute } = symmetry;
  if (!permute) return sorting(members, inner);
  if (members.length > permutedMax) {
    throw new MachineError(
      `expected at most ${permutedMax} members that change places, got ${members.length}`,
    );
  }
  return trying(members, { permute, codec, inner });
}

/** The regions that a member owns: those of its nodes and everything below. */
function regionsOf(flat: FlatChart, paths: readonly string[]): Region[] {
  return paths.flatMap((path) => {
    const node = flat.chart.nodes.find((one) => one.path === path);
    if (!node) throw new MachineError(`expected a node of the machine as a member, got "${path}"`);
    return flat.regions.filter(({ top }) => top === node || isBelow(top, node));
  });
}

function isBelow(inner: ChartNode, outer: ChartNode): boolean {
  return inner.path.startsWith(`${outer.path}.`);
}

function refuseUnequal(members: readonly (readonly Region[])[]): void {
  const [first] = members;
  const same = members.every(
    (regions) =>
      regions.length === first?.length &&
      regions.every((region, i) => region.leaves.length === first[i]?.leaves.length),
  );
  if (!same) throw new MachineError("expected members that are alike, got different regions");
}

function sorting(
  members: readonly (readonly Region[])[],
  inner: ((state: Int32Array) => void) | null,
): (state: Int32Array) => void {
  return (state) => {
    inner?.(state);
    const values = members.map((regions) => regions.map((region) => readRegion(region, state)));
    values.sort(compare);
    write(members, values, state);
  };
}

function trying<C>(
  members: readonly (readonly Region[])[],
  {
    permute,
    codec,
    inner,
  }: {
    readonly permute: NonNullable<RegionSymmetry<C>["permute"]>;
    readonly codec: ContextCodec<C>;
    readonly inner: ((state: Int32Array) => void) | null;
  },
): (state: Int32Array) => void {
  const orders = permutations(members.length);
  let tried = new Int32Array(0);
  return (state) => {
    if (tried.length !== state.length) tried = new Int32Array(state.length);
    const original = state.slice();
    inner?.(state);
    const values = members.map((regions) => regions.map((region) => readRegion(region, original)));
    for (const order of orders) {
      tried.set(original);
      const placed = values.map((_, to) => values[order.indexOf(to)] ?? []);
      write(members, placed, tried);
      codec.encode(permute(codec.decode(tried), order), tried);
      inner?.(tried);
      if (compare(tried, state) < 0) state.set(tried);
    }
  };
}

function write(
  members: readonly (readonly Region[])[],
  values: readonly (readonly number[])[],
  state: Int32Array,
): void {
  members.forEach((regions, i) => {
    regions.forEach((region, j) => {
      writeRegion(region, state, values[i]?.[j] ?? 0);
    });
  });
}

function compare(a: ArrayLike<number>, b: ArrayLike<number>): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Every order of 0 .. n-1 but the one that changes nothing. */
function permutations(n: number): number[][] {
  const all = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) =>
          all(left.filter((one) => one !== first)).map((rest) => [first, ...rest]),
        );
  return all(Array.from({ length: n }, (_, i) => i)).slice(1);
}
