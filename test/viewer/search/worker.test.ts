import { createContext, Script } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { bundled } from "../../../src/viewer/page/vite-worker.ts";
import type { SearchOrder, SearchReport } from "../../../src/viewer/search/messages.ts";
import type { SearchRequest } from "../../../src/viewer/search/search.ts";
import { subjectModel } from "../../../src/viewer/search/subject.ts";
import { emitScript } from "../../../src/xstate/compile/compiled.ts";
import { broken, is, quick, request } from "./subjects.ts";

let worker = "";
beforeAll(async () => {
  worker = await bundled();
});

describe("the worker, where no code may be made at run time,", () => {
  const goal = [broken("lock-free-frames-are-installed")];
  const memory = quick("memory");

  test("searches with the module of the world", () => {
    const reports = told(`${moduleOf("memory")}\n${worker}`, request(memory, goal));
    const { result } = doneOf(reports);
    expect(result).toMatchObject({ outcome: "found", engine: "compiled", notes: [] });
    expect(result.outcome === "found" && result.events.length).toBe(23);
  });

  test("searches by the interpreter without a module", () => {
    const { result } = doneOf(told(worker, request(memory, goal)));
    expect(result).toMatchObject({ outcome: "found", engine: "interpreter", notes: [] });
  });

  test("leaves the module of another world aside, and says so", () => {
    const { result } = doneOf(told(`${moduleOf("region")}\n${worker}`, request(memory, goal)));
    expect(result).toMatchObject({ outcome: "found", engine: "interpreter" });
    expect(result.notes).toEqual(["the compiled module is another machine's: not used"]);
  });

  test("tells of its progress", () => {
    const text = `${moduleOf("region")}\n${worker}`;
    const reports = told(text, request(quick("region"), [is("frame-lost")]));
    expect(reports[0]).toMatchObject({ kind: "progress", depth: 1 });
    expect(doneOf(reports).result.outcome).toBe("none");
  });

  test("says what is wrong with a request", () => {
    expect(told(worker, request(quick("nowhere"), goal)).at(-1)).toEqual({
      kind: "failed",
      message: 'expected a world of seed, quick, got "nowhere"',
    });
  });
});

test("the worker is one classic script that needs nothing of Node", () => {
  const foreign = /\b(require\(|process\.(env|argv|exit)|Buffer\.|export )|["`']node:/;
  expect(foreign.exec(worker)?.[0] ?? null).toBeNull();
});

/** What a worker finds in its global object, as far as it looks. */
interface Scope {
  readonly performance: typeof performance;
  readonly structuredClone: typeof structuredClone;
  readonly postMessage: (report: SearchReport) => void;
  onmessage?: (message: { readonly data: SearchOrder }) => void;
}

/** What a worker of this text answers, told once. */
function told(text: string, asked: SearchRequest): SearchReport[] {
  const reports: SearchReport[] = [];
  const scope: Scope = {
    performance,
    structuredClone,
    postMessage: (report) => reports.push(structuredClone(report)),
  };
  const noCode = { codeGeneration: { strings: false, wasm: false } };
  new Script(text).runInContext(createContext(scope, noCode));
  scope.onmessage?.({ data: { kind: "search", request: asked } });
  return reports;
}

function doneOf(reports: readonly SearchReport[]): Extract<SearchReport, { kind: "done" }> {
  const last = reports.at(-1);
  return last?.kind === "done" ? last : expect.fail(JSON.stringify(last));
}

/** The module of a world as the page puts it in front of the worker. */
function moduleOf(world: string): string {
  const { machine, options } = subjectModel(quick(world));
  return emitScript(machine, options);
}
