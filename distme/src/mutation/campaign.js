import { createLayout } from "../memory/layout.js";
import { literalConfig } from "../model/compose.js";
import { isOfProperty } from "./judge.js";
import { changedChoices } from "./reached.js";
import { mutationKernels, settingsOf, settingText, worldIn } from "./settings.js";
import { subjects } from "./subjects.js";
import { missingIn } from "./together.js";
/**
 * Judges mutants: by the properties at `quick`, those that survive at `standard`, then by
 * equivalence, then by their own suite on the reference kernel.
 *
 * @param names mutants, see `subjects`
 */
export async function judgeMutants(names, campaign) {
    const verdicts = new Map();
    const settle = (found) => {
        for (const [name, verdict] of found)
            verdicts.set(name, verdict);
    };
    const left = () => names.filter((name) => !verdicts.has(name));
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
const unjudged = { verdict: "survived", why: "it was not judged" };
async function explored(preset, names, campaign) {
    const results = await all(settingsOf(preset), campaign, `exploring the model at ${preset}`, async (setting) => (await campaign.run({ kind: "baseline", setting, names })));
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
function differing(name, known) {
    const all = known.filter(({ differs }) => differs.has(name)).map(({ setting }) => setting);
    const large = all.filter(({ preset }) => preset === "standard");
    return all.filter(({ preset, kernel }) => preset === "quick" || kernel === large[0]?.kernel);
}
/** The mutants that the properties kill. */
async function judged(known, names, campaign) {
    const { preset = "" } = known[0]?.setting ?? {};
    const tried = await all(names.filter((name) => known.some(({ differs }) => differs.has(name))), campaign, `judging mutants at ${preset}`, async (name) => {
        // most die in the smallest world in which they do something else
        const settings = differing(name, known).sort((a, b) => a.states - b.states);
        return (await campaign.run({ kind: "judge", name, settings }));
    });
    const killed = new Map();
    for (const [name, { verdicts }] of tried) {
        const together = killedTogether(name, verdicts, known);
        const verdict = killedAtOnce(verdicts, (broken) => broken.some(isOfProperty)) ??
            (together?.by.some(isOfProperty) ? together : null) ??
            killedAtOnce(verdicts, (broken) => broken.length > 0) ??
            together;
        if (verdict)
            killed.set(name, verdict);
    }
    return killed;
}
function killedAtOnce(verdicts, suffices) {
    const found = verdicts.find(({ verdict }) => suffices(verdict.broken));
    if (!found)
        return null;
    const length = ({ steps }) => steps ?? Infinity;
    const by = [...found.verdict.broken].sort((a, b) => length(a) - length(b));
    return { verdict: "killed", where: settingText(found.setting), by };
}
function killedTogether(name, verdicts, known) {
    const { preset = "quick" } = known[0]?.setting ?? {};
    for (const kernel of mutationKernels) {
        const own = verdicts.filter(({ setting }) => setting.kernel === kernel);
        const originals = known.filter(({ setting }) => setting.kernel === kernel);
        if (own.length === 0)
            continue;
        const missing = missingIn(kernel, Object.fromEntries(originals.map(({ setting, verdict }) => [setting.world, verdict])), Object.fromEntries(own.map(({ setting, verdict }) => [setting.world, verdict])), touchedBy(name, kernel));
        if (missing.length === 0)
            continue;
        const by = missing.map((lost) => ({ name: lost, steps: null }));
        return { verdict: "killed", where: `${preset} ${kernel}, all worlds`, by };
    }
    return null;
}
function touchedBy(name, kernel) {
    const [first] = settingsOf("quick").filter((setting) => setting.kernel === kernel);
    const edit = subjects()[name];
    if (!first || !edit)
        return new Set();
    const { bounds } = worldIn(first);
    return new Set(changedChoices(literalConfig(createLayout(bounds)), edit).keys());
}
/** Mutants that never differ are the model, step by step. */
function sameSteps(names, known) {
    const same = names.filter((name) => !known.some(({ differs }) => differs.has(name)));
    return new Map(same.map((name) => {
        const compared = known.reduce((sum, one) => sum + (one.compared.get(name) ?? 0), 0);
        const proof = compared === 0 ? { kind: "unreached" } : { kind: "same-steps", compared };
        return [name, { verdict: "equivalent", proof }];
    }));
}
/** Mutants that are bisimilar to the model wherever they do something else. */
async function equivalent(names, known, campaign) {
    const proofs = new Map(names.map((name) => [name, []]));
    for (const preset of ["quick", "standard"]) {
        const jobs = known
            .filter(({ setting }) => setting.preset === preset)
            .flatMap(({ setting }) => chunks([...proofs.keys()].filter((name) => differing(name, known).some((own) => settingText(own) === settingText(setting)))).map((some) => ({
            kind: "compare",
            names: some,
            setting,
        })));
        const results = await all(jobs, campaign, `comparing graphs at ${preset}`, async (job) => (await campaign.run(job)));
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
    return new Map([...proofs].map(([name, worlds]) => [
        name,
        { verdict: "equivalent", proof: { kind: "bisimilar", worlds } },
    ]));
}
/** So many mutants are compared with one graph of the model before a thread takes other work. */
const chunkLength = 6;
function chunks(names) {
    const count = Math.ceil(names.length / chunkLength);
    return Array.from({ length: count }, (_, i) => names.slice(i * chunkLength, (i + 1) * chunkLength));
}
/** What becomes of mutants that no property notices. */
async function tested(names, known, campaign) {
    return all(names, campaign, "running suites", async (name) => {
        const kernels = mutationKernels.filter((kernel) => known.some(({ setting, differs }) => setting.kernel === kernel && differs.has(name)));
        for (const kernel of kernels) {
            const { found } = (await campaign.run({ kind: "suite", name, kernel }));
            if (found !== null)
                return { verdict: "suite", found };
        }
        return { verdict: "survived", why: "neither the check nor its own suite notices it" };
    });
}
/**
 * Finds for each property a world in which the mutant that it names refutes it, whatever else that
 * mutant breaks.
 */
export async function refuteAlone(properties, campaign) {
    const settings = [...settingsOf("quick").reverse(), ...settingsOf("standard").reverse()];
    const own = settings.filter(({ kernel }) => kernel === "fixed");
    const results = await all(properties, campaign, "judging properties alone", async ({ name, refutedBy }) => (await campaign.run({
        kind: "refute",
        name: refutedBy,
        property: name,
        settings: own,
    })));
    return new Map([...results.values()].flatMap(({ property, refutation }) => refutation ? [[property, refutation]] : []));
}
/** Does something for every item, and tells how far it is. */
async function all(items, { onProgress }, stage, work) {
    let done = 0;
    const results = await Promise.all(items.map(async (item) => {
        const result = await work(item);
        done++;
        onProgress?.({ stage, done, of: items.length });
        return [item, result];
    }));
    return new Map(results);
}
//# sourceMappingURL=campaign.js.map