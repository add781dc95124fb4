import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { parse } from "yaml";

/** A step of a job, as far as it is looked at here. */
export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Job {
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export interface Input {
  readonly type: "string" | "boolean";
  readonly required?: boolean;
  readonly default?: string | boolean;
}

/** A reusable workflow of GitHub Actions, as its text says it. */
export interface Workflow {
  readonly on: { readonly workflow_call: { readonly inputs: Readonly<Record<string, Input>> } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** GitHub's parser is asked first whether it is one: the type says no more than its schema. */
export function readWorkflow(text: string): Workflow {
  return parse(text) as Workflow;
}

/** What a runner knows when it comes to a step. */
export interface Contexts {
  readonly inputs: Readonly<Record<string, string | boolean>>;
  readonly runner: Readonly<Record<string, string>>;
}

/** The inputs that a caller gives, and the defaults of the others. */
export function inputsOf(
  { on }: Workflow,
  given: Readonly<Record<string, string | boolean>>,
): Contexts["inputs"] {
  const declared = Object.entries(on.workflow_call.inputs);
  return Object.fromEntries(
    declared.map(([name, { default: standard = "" }]) => [name, given[name] ?? standard]),
  );
}

/** A text with its expressions replaced by their values, by GitHub's own evaluator. */
export function expand(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => {
    const { tokens } = new Lexer(expression).lex();
    const tree = new Parser(tokens, Object.keys(contexts), []).parse();
    const known: unknown = JSON.parse(JSON.stringify(contexts), data.reviver);
    if (!(known instanceof data.Dictionary)) throw new Error("expected a dictionary, got another");
    return new Evaluator(tree, known).evaluate().coerceString();
  });
}

/** The environment that a step's script is given. */
export function environmentOf({ env = {} }: Step, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, expand(value, contexts)]),
  );
}
