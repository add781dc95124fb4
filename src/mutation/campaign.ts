import { createLayout } from "../memory/layout.ts";
import { literalConfig } from "../model/compose.ts";
import type { KernelName, PresetName } from "../model/worlds.ts";
import type {
  Baseline,
  Compared,
  Job,
  Judged,
  Refuted,
  Result,
  SizedSetting,
  SuiteVerdict,
} from "./jobs.ts";
import { type Broken, isOfProperty, type WorldVerdict } from "./judge.ts";
import { changedChoices } from "./reached.ts";
import type { BisimilarWorld, Proof, Refutation, Verdict } from "./result.ts";
import { mutationKernels, settingsOf, settingText, worldIn } from "./settings.ts";
import { subjects } from "./subjects.ts";
import { missingIn } from "./together.ts";

/** Does jobs somewhere, as many at once as there is room for. */
export type RunJob = (job: Job) => Promise<Result>;

/** How far a run is. */
export interface CampaignProgress {
  readonly stage: string;
  readonly done: number;
  readonly of: number;
}

export interface Campaign {
  readonly run: RunJob;
  readonly onProgress?: (progress: CampaignProgress) => void;
}

/** What the model does in one setting, and which mutants do something else. */
interface Known {
  readonly setting: SizedSetting;
  readonly verdict: WorldVerdict;
  readonly differs: ReadonlySet<string>;
  readonly compared: ReadonlyMap<string, number>;
}

/**
 * Judges mutants: by the properties at `quick`, those that survive at `standard`, then by
 * equivalence, then by their own suite on the reference kernel.
 *
 * @param names mutants, see `subjects`
 */
export async function judgeMutants(
  names: readonly string[],
  campaign: Campaign,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const settle = (found: ReadonlyMap<string, Verdict>): void => {
    for (const [name, verdict] of found) verdicts.set(name, verdict);
  };
  const left = (): string[] => names.filter((name) => !verdicts.has(name));

  const quick = await explored("quick", left(), campaign);
  settle(await judged(quick, left(), campaign));
  const standard = left().length === 0 ? [] : await explored("standard", left(), campaign);
  const known = [...quick, ...standard];
  settle(sameSteps(left(), known));
  settle(await equivalent(left(), known, campaign));
  settle(await judged(standard, left(), campaign));
  settle(await tested(left(), known, campaign));
  return new Map(names.map((name) => [name, verdicts.get(name) ?? unjudged]));
}

const unjudged: Verdict = { verdict: "survived", why: "it was not judged" };

async function explored(
  preset: PresetName,
  names: readonly string[],
  campaign: Campaign,
): Promise<Known[]> {
  const results = await all(
    settingsOf(preset),
    campaign,
    `exploring the model at ${preset}`,
    async (setting) => (await campaign.run({ kind: "baseline", setting, names })) as Baseline,
  );
  return [...results.values()].map(({ setting, verdict, differs, compared }) => ({
    setting: { ...setting, states: verdict.states },
    verdict,
    differs: new Set(differs),
    compared: new Map(compared),
  }));
}

/**
 * Where a mutant is judged: wherever it differs at `quick`; at `standard`, whose worlds are large, in
 * the first kernel in which it does.
 */
function differing(name: string, known: readonly Known[]): SizedSetting[] {
  const all = known.filter(({ differs }) => differs.has(name)).map(({ setting }) => setting);
  const large = all.filter(({ preset }) => preset === "standard");
  return all.filter(({ preset, kernel }) => preset === "quick" || kernel === large[0]?.kernel);
}

/** The mutants that the properties kill. */
async function judged(
  known: readonly Known[],
  names: readonly string[],
  campaign: Campaign,
): Promise<Map<string, Verdict>> {
  const { preset = "" } = known[0]?.setting ?? {};
  const tried = await all(
    names.filter((name) => known.some(({ differs }) => differs.has(name))),
    campaign,
    `judging mutants at ${preset}`,
    async (name) => {
      // most die in the smallest world in which they do something else
      const settings = differing(name, known).sort((a, b) => a.states - b.states);
      return (await campaign.run({ kind: "judge", name, settings })) as Judged;
    },
  );
  const killed = new Map<string, Verdict>();
  for (const [name, { verdicts }] of tried) {
    const together = killedTogether(name, verdicts, known);
    const verdict =
      killedAtOnce(verdicts, (broken) => broken.some(isOfProperty)) ??
      (together?.by.some(isOfProperty) ? together : null) ??
      killedAtOnce(verdicts, (broken) => broken.length > 0) ??
      together;
    if (verdict) killed.set(name, verdict);
  }
  return killed;
}

type Killed = Extract<Verdict, { readonly verdict: "killed" }>;

function killedAtOnce(
  verdicts: Judged["verdicts"],
  suffices: (broken: readonly Broken[]) => boolean,
): Killed | null {
  const found = verdicts.find(({ verdict }) => suffices(verdict.broken));
  if (!found) return null;
  const length = ({ steps }: Broken): number => steps ?? Infinity;
  const by = [...found.verdict.broken].sort((a, b) => length(a) - length(b));
  return { verdict: "killed", where: settingText(found.setting), by };
}

function killedTogether(
  name: string,
  verdicts: Judged["verdicts"],
  known: readonly Known[],
): Killed | null {
  const { preset = "quick" } = known[0]?.setting ?? {};
  for (const kernel of mutationKernels) {
    const own = verdicts.filter(({ setting }) => setting.kernel === kernel);
    const originals = known.filter(({ setting }) => setting.kernel === kernel);
    if (own.length === 0) continue;
    const missing = missingIn(
      kernel,
      Object.fromEntries(originals.map(({ setting, verdict }) => [setting.world, verdict])),
      Object.fromEntries(own.map(({ setting, verdict }) => [setting.world, verdict])),
      touchedBy(name, kernel),
    );
    if (missing.length === 0) continue;
    const by = missing.map((lost) => ({ name: lost, steps: null }));
    return { verdict: "killed", where: `${preset} ${kernel}, all worlds`, by };
  }
  return null;
}

function touchedBy(name: string, kernel: KernelName): ReadonlySet<string> {
  const [first] = settingsOf("quick").filter((setting) => setting.kernel === kernel);
  const edit = subjects()[name];
  if (!first || !edit) return new Set();
  const { bounds } = worldIn(first);
  return new Set(changedChoices(literalConfig(createLayout(bounds)), edit).keys());
}

/** Mutants that never differ are the model, step by step. */
function sameSteps(names: readonly string[], known: readonly Known[]): Map<string, Verdict> {
  const same = names.filter((name) => !known.some(({ differs }) => differs.has(name)));
  return new Map(
    same.map((name) => {
      const compared = known.reduce((sum, one) => sum + (one.compared.get(name) ?? 0), 0);
      const proof: Proof =
        compared === 0 ? { kind: "unreached" } : { kind: "same-steps", compared };
      return [name, { verdict: "equivalent", proof }];
    }),
  );
}

/** Mutants that are bisimilar to the model wherever they do something else. */
async function equivalent(
  names: readonly string[],
  known: readonly Known[],
  campaign: Campaign,
): Promise<Map<string, Verdict>> {
  const proofs = new Map(names.map((name) => [name, [] as BisimilarWorld[]]));
  for (const preset of ["quick", "standard"] as const) {
    const jobs = known
      .filter(({ setting }) => setting.preset === preset)
      .flatMap(({ setting }) =>
        chunks(
          [...proofs.keys()].filter((name) =>
            differing(name, known).some((own) => settingText(own) === settingText(setting)),
          ),
        ).map((some) => ({
          kind: "compare" as const,
          names: some,
          setting,
        })),
      );
    const results = await all(
      jobs,
      campaign,
      `comparing graphs at ${preset}`,
      async (job) => (await campaign.run(job)) as Compared,
    );
    for (const { setting, equivalences } of results.values()) {
      for (const [name, found] of equivalences) {
        if (found.bisimilar !== true) {
          proofs.delete(name);
          continue;
        }
        const { states, mutantStates, pairs } = found;
        proofs.get(name)?.push({ where: settingText(setting), states, mutantStates, pairs });
      }
    }
  }
  return new Map(
    [...proofs].map(([name, worlds]) => [
      name,
      { verdict: "equivalent", proof: { kind: "bisimilar", worlds } },
    ]),
  );
}

/** So many mutants are compared with one graph of the model before a thread takes other work. */
const chunkLength = 6;

function chunks(names: readonly string[]): string[][] {
  const count = Math.ceil(names.length / chunkLength);
  return Array.from({ length: count }, (_, i) =>
    names.slice(i * chunkLength, (i + 1) * chunkLength),
  );
}

/** What becomes of mutants that no property notices. */
async function tested(
  names: readonly string[],
  known: readonly Known[],
  campaign: Campaign,
): Promise<Map<string, Verdict>> {
  return all(names, campaign, "running suites", async (name): Promise<Verdict> => {
    const kernels = mutationKernels.filter((kernel) =>
      known.some(({ setting, differs }) => setting.kernel === kernel && differs.has(name)),
    );
    for (const kernel of kernels) {
      const { found } = (await campaign.run({ kind: "suite", name, kernel })) as SuiteVerdict;
      if (found !== null) return { verdict: "suite", found };
    }
    return { verdict: "survived", why: "neither the check nor its own suite notices it" };
  });
}

/**
 * Finds for each property a world in which the mutant that it names refutes it, whatever else that
 * mutant breaks.
 */
export async function refuteAlone(
  properties: readonly { readonly name: string; readonly refutedBy: string }[],
  campaign: Campaign,
): Promise<Map<string, Refutation>> {
  const settings = [...settingsOf("quick").reverse(), ...settingsOf("standard").reverse()];
  const own = settings.filter(({ kernel }) => kernel === "fixed");
  const results = await all(
    properties,
    campaign,
    "judging properties alone",
    async ({ name, refutedBy }) =>
      (await campaign.run({
        kind: "refute",
        name: refutedBy,
        property: name,
        settings: own,
      })) as Refuted,
  );
  return new Map(
    [...results.values()].flatMap(({ property, refutation }) =>
      refutation ? [[property, refutation] as const] : [],
    ),
  );
}

/** Does something for every item, and tells how far it is. */
async function all<Item, Out>(
  items: readonly Item[],
  { onProgress }: Campaign,
  stage: string,
  work: (item: Item) => Promise<Out>,
): Promise<Map<Item, Out>> {
  let done = 0;
  const results = await Promise.all(
    items.map(async (item) => {
      const result = await work(item);
      done++;
      onProgress?.({ stage, done, of: items.length });
      return [item, result] as const;
    }),
  );
  return new Map(results);
}
