import { literalOf } from "../model/literal.ts";
import type { Edit } from "../model/mutant.ts";
import { simulate } from "../model/simulation.ts";
import { type KernelName, suiteWorlds } from "../model/worlds.ts";
import { stepsOf } from "./concrete.ts";
import { type CriterionName, criteria } from "./criteria.ts";
import { buildGraph, type TestGraph } from "./graph.ts";
import { alikeStates } from "./hsi.ts";
import { modelHash } from "./model-hash.ts";
import { randomTests } from "./random.ts";
import { routesFor } from "./routes.ts";
import { type Candidate, selectRuns } from "./select.ts";
import { type Group, type GroupName, groupNames, type Suite, type SuiteTest } from "./suite.ts";

export interface GenerateRequest {
  readonly tool: string;
  readonly kernel: KernelName;
  readonly cover: CriterionName | "random";
  /** For `random`: where the choices come from, and how many tests. */
  readonly seed: number;
  readonly tests: number;
  /** A mutant: the suite of a wrong statechart. */
  readonly edit?: Edit;
}

/**
 * Makes a suite. The groups are made in order: each covers what its tests can cover and no
 * earlier group does, so the first takes everything that one caller alone can take.
 */
export function generate({ tool, kernel, cover, seed, tests, edit }: GenerateRequest): Suite {
  const graphs = edit ? mutatedGraphs(kernel, edit) : graphsOf(kernel);
  const random = cover === "random";
  const groups = random
    ? [{ name: "kills" as const, tests: randomTests(graphs, seed, tests) }]
    : coverAll(graphs, cover);
  return {
    format: "kexec-model suite 1",
    tool,
    kernel,
    model: modelHash(kernel),
    cover,
    seed: random ? seed : null,
    groups,
    uncovered: missing[cover]?.(kernel, groups, graphs) ?? [],
  };
}

/** What a suite says that it does not cover, for the criteria that say so. */
const missing: { readonly [Cover in GenerateRequest["cover"]]?: Missing } = {
  transitions: uncovered,
  hsi: (_kernel, _groups, graphs) => alikeStates(graphs),
};

type Missing = (
  kernel: KernelName,
  groups: readonly Group[],
  graphs: readonly TestGraph[],
) => Suite["uncovered"];

function coverAll(graphs: readonly TestGraph[], cover: CriterionName): Group[] {
  const covered = new Set<string>();
  return groupNames
    .map((name) => ({ name, tests: groupTests({ name, graphs, cover, covered }) }))
    .filter(({ tests }) => tests.length > 0);
}

const known = new Map<KernelName, readonly TestGraph[]>();

/** The graphs of a kernel's worlds; they take seconds to build and never change. */
export function graphsOf(kernel: KernelName): readonly TestGraph[] {
  const graphs =
    known.get(kernel) ?? suiteWorlds(kernel).map((world) => buildGraph(simulate(world)));
  known.set(kernel, graphs);
  return graphs;
}

function mutatedGraphs(kernel: KernelName, edit: Edit): readonly TestGraph[] {
  return suiteWorlds(kernel).map((world) => buildGraph(simulate(world, edit)));
}

interface GroupRequest {
  readonly name: GroupName;
  readonly graphs: readonly TestGraph[];
  readonly cover: CriterionName;
  /** Items that earlier groups cover; this one's are added. */
  readonly covered: Set<string>;
}

function groupTests({ name, graphs, cover, covered }: GroupRequest): SuiteTest[] {
  const criterion = criteria[cover];
  const candidates: Candidate<TestGraph>[] = [];
  const open = new Set<string>();
  for (const graph of graphs) {
    for (const [item, run] of criterion.candidates(routesFor(graph, name), graph)) {
      if (covered.has(item)) continue;
      open.add(item);
      candidates.push({ origin: graph, run, items: new Set(criterion.itemsOf(run, graph)) });
    }
  }
  for (const item of open) covered.add(item);
  const chosen = selectRuns(candidates, open);
  return chosen.map(({ origin, run, covers }, i) => ({
    id: `${name}-${i + 1}`,
    world: origin.simulation.world.name,
    covers,
    steps: stepsOf(origin.simulation, run),
  }));
}

/** Transitions of the statechart that no test takes, with the reason where one is declared. */
function uncovered(kernel: KernelName, groups: readonly Group[]): Suite["uncovered"] {
  const taken = new Set(
    groups.flatMap(({ tests }) =>
      tests.flatMap(({ steps }) => steps.flatMap((s) => s.transitions)),
    ),
  );
  const [world] = suiteWorlds(kernel);
  if (!world) return [];
  return literalOf(simulate(world).layout)
    .transitions.filter(({ key }) => !taken.has(key))
    .map(({ key, unreachable }) => ({ item: key, reason: unreachable ?? "NOT COVERED" }));
}
