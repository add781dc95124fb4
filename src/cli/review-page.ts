import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { messageOf } from "../base/message.ts";
import { parseMutation } from "../formats/mutation-file.ts";
import type { RunFile } from "../formats/run-file.ts";
import { parseTrace } from "../formats/trace-file.ts";
import { savedWorlds } from "../formats/trace-world.ts";
import { type BugId, bugs } from "../model/bugs.ts";
import { kexecModel } from "../model/model.ts";
import type { CheckReport } from "../model/report.ts";
import { type KernelName, kernelNames } from "../model/worlds.ts";
import type { MutationResult } from "../mutation/result.ts";
import type { Suite } from "../testgen/suite.ts";
import { insertParts, packParts } from "../viewer/review/pack.ts";
import {
  type BugTrace,
  type ModuleName,
  modulePart,
  type NamedTrace,
  type ReviewParts,
} from "../viewer/review/parts.ts";
import { readSpecification, specificationFile } from "../viewer/review/specification.ts";
import { tellStories } from "../viewer/review/stories.ts";
import { emitScript } from "../xstate/compile/compiled.ts";
import { RunError } from "./usage.ts";
import { tool } from "./version.ts";

/** What a page shows beside what every page does: the museum, the specification, the stories. */
export interface ReviewContent {
  /** The kernel that is shown first; null: the first that was checked, or run. */
  readonly kernel: KernelName | null;
  readonly checks: readonly CheckReport[];
  readonly suites: readonly Suite[];
  readonly runs: readonly RunFile[];
  readonly traces: readonly NamedTrace[];
  /** null: the committed result. */
  readonly mutation: MutationResult | null;
}

export const noContent: ReviewContent = {
  kernel: null,
  checks: [],
  suites: [],
  runs: [],
  traces: [],
  mutation: null,
};

/**
 * The review page, as the text of one HTML file.
 *
 * @throws RunError when the page was not built
 */
export function reviewPage(content: ReviewContent): string {
  const { checks, suites, runs, traces } = content;
  const kernel = kernelOf(content);
  const modules = compiledModules(kernel);
  const names = modules.map(([name]) => name);
  const parts: ReviewParts = {
    index: { format: "kexec-model review 1", tool, kernel, modules: names },
    checks,
    suites,
    runs,
    mutation: content.mutation ?? parseMutation(specification("mutation.json")),
    bugs: museum(),
    stories: tellStories(kernel, tool),
    traces,
    specification: readSpecification(),
  };
  const texts = new Map(modules.map(([name, text]) => [modulePart(name), text]));
  return insertParts(pageTemplate(), packParts(parts, texts));
}

function kernelOf({ kernel, checks, runs, suites }: ReviewContent): KernelName {
  if (kernel !== null) return kernel;
  const [named] = [checks, runs, suites].find((list) => list.length > 0) ?? [];
  const found = kernelNames.find((name) => named !== undefined && name === named.kernel);
  return found ?? "seed";
}

/** With the modules of every kernel a page would be several times as large. */
function compiledModules(kernel: KernelName): (readonly [ModuleName, string])[] {
  return (["quick", "story"] as const).flatMap((preset) =>
    savedWorlds(kernel, preset).map((world) => {
      const { machine, options } = kexecModel(world);
      return [{ kernel, preset, world: world.name }, emitScript(machine, options)] as const;
    }),
  );
}

function museum(): BugTrace[] {
  const ids = Object.keys(bugs) as BugId[]; // the object's own keys
  return ids.map((id) => {
    const json: unknown = JSON.parse(specification(`bugs/${id}.trace.json`));
    return { id, trace: parseTrace(json) };
  });
}

function specification(name: string): string {
  return readFileSync(specificationFile(name), "utf8");
}

/** The page is two folders up from the compiled command; from the source it is in `dist`. */
const pagePlaces = ["../../viewer/page.html", "../../dist/viewer/page.html"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/**
 * The page without its parts, as the build left it.
 *
 * @throws RunError when there was no build
 */
export function pageTemplate(): string {
  const place = pagePlaces.find(existsSync);
  if (place === undefined) {
    throw new RunError(`expected the page at ${pagePlaces[0]}, got none: run npm run build`);
  }
  try {
    return readFileSync(place, "utf8");
  } catch (error) {
    throw new RunError(`expected the page at ${place}, got: ${messageOf(error)}`);
  }
}
