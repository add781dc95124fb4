import { useId } from "preact/hooks";
import type { GoalChoices } from "../../search/choices.ts";
import type { Condition, Wanted } from "../../search/goal.ts";
import { predicates } from "../../search/predicates.ts";

type Kind = Wanted["kind"];

const kinds: Readonly<Record<Kind, string>> = {
  predicate: "what is true",
  state: "a state is active",
  "property-broken": "a property is violated",
  "property-witnessed": "a witness is seen",
  result: "a call fails with",
};

interface Group {
  readonly title: string;
  readonly options: readonly {
    readonly value: string;
    readonly text: string;
    readonly title?: string;
  }[];
}

/** One condition: what kind of thing, which one, of which task, and whether it is not wanted. */
export function ConditionRow({
  number,
  condition,
  choices,
  onChange,
  onRemove,
}: {
  readonly number: number;
  readonly condition: Condition;
  readonly choices: GoalChoices;
  readonly onChange: (condition: Condition) => void;
  /** Null for the only one. */
  readonly onRemove: (() => void) | null;
}) {
  const { kind, not } = condition;
  const id = useId();
  return (
    <li class="condition" aria-label={`Condition ${number}`}>
      <label class="not" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={not}
          onChange={() => onChange({ ...condition, not: !not })}
        />
        not
      </label>
      <select
        aria-label={`Condition ${number}: kind`}
        value={kind}
        onChange={({ currentTarget: { value } }) => {
          const next = (Object.keys(kinds) as Kind[]).find((one) => one === value); // its own keys
          const first = next && groupsOf(next, choices)[0]?.options[0];
          if (next && first) onChange({ ...wantedOf(next, first.value, null), not });
        }}
      >
        {Object.entries(kinds).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <Which {...{ number, condition, choices, onChange }} />
      <TaskSelect {...{ number, condition, choices, onChange }} />
      {onRemove && (
        <button
          type="button"
          class="plain remove"
          aria-label={`Remove condition ${number}`}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </li>
  );
}

interface PartProps {
  readonly number: number;
  readonly condition: Condition;
  readonly choices: GoalChoices;
  readonly onChange: (condition: Condition) => void;
}

function Which({ number, condition, choices, onChange }: PartProps) {
  const { kind, not } = condition;
  return (
    <select
      class="which"
      aria-label={`Condition ${number}: ${kinds[kind]}`}
      value={choiceOf(condition)}
      onChange={({ currentTarget: { value } }) => {
        const task = "task" in condition ? condition.task : null;
        const wanted = wantedOf(kind, value, null);
        onChange({ ...(takesTask(wanted, choices) ? withTask(wanted, task) : wanted), not });
      }}
    >
      {groupsOf(kind, choices).map(({ title, options }) => (
        <optgroup key={title} label={title}>
          {options.map((option) => (
            <option key={option.value} value={option.value} title={option.title}>
              {option.text}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

function TaskSelect({ number, condition, choices, onChange }: PartProps) {
  if (!("task" in condition) || !takesTask(condition, choices) || choices.tasks < 2) return null;
  return (
    <select
      aria-label={`Condition ${number}: of which task`}
      value={condition.task === null ? "" : String(condition.task)}
      onChange={({ currentTarget: { value } }) => {
        const task = value === "" ? null : Number(value);
        onChange({ ...withTask(condition, task), not: condition.not });
      }}
    >
      <option value="">any task</option>
      {Array.from({ length: choices.tasks }, (_, task) => (
        <option key={task} value={String(task)}>
          task {task}
        </option>
      ))}
    </select>
  );
}

/** Whether a condition is one that speaks of tasks. */
function takesTask(wanted: Wanted, { states }: GoalChoices): boolean {
  if (wanted.kind === "result") return true;
  if (wanted.kind === "predicate") return predicates[wanted.name].about === "task";
  if (wanted.kind !== "state") return false;
  return states.some(({ path, ofTask }) => path === wanted.path && ofTask);
}

function withTask(wanted: Wanted, task: number | null): Wanted {
  return "task" in wanted ? { ...wanted, task } : wanted;
}

function choiceOf(wanted: Wanted): string {
  if (wanted.kind === "state") return wanted.path;
  return wanted.kind === "result" ? wanted.errno : wanted.name;
}

function wantedOf(kind: Kind, value: string, task: number | null): Wanted {
  switch (kind) {
    case "state":
      return { kind, path: value, task };
    case "property-broken":
    case "property-witnessed":
      return { kind, name: value };
    case "predicate":
      return { kind, name: value as keyof typeof predicates, task }; // an option's value
    case "result":
      return { kind, errno: value as GoalChoices["errnos"][number], task }; // an option's value
  }
}

/** The options of a kind, in groups. */
function groupsOf(kind: Kind, choices: GoalChoices): readonly Group[] {
  switch (kind) {
    case "predicate":
      return (["machine", "task"] as const).map((about) => ({
        title: about === "machine" ? "The machine" : "A task",
        options: choices.predicates
          .filter((one) => one.about === about)
          .map(({ name, text }) => ({ value: name, text })),
      }));
    case "state":
      return stateGroups(choices);
    case "property-broken":
      return [{ title: "Properties", options: choices.breakable.map(propertyOption) }];
    case "property-witnessed":
      return [{ title: "Witnesses", options: choices.seeable.map(propertyOption) }];
    case "result": {
      const options = choices.errnos.map((errno) => ({ value: errno, text: `-${errno}` }));
      return [{ title: "Errors", options }];
    }
  }
}

function propertyOption({ name, statement }: GoalChoices["breakable"][number]) {
  return { value: name, text: name, title: statement };
}

/** States by the first part of their path: a door, a region, or the root. */
function stateGroups({ states }: GoalChoices): readonly Group[] {
  const groups = new Map<string, Group["options"][number][]>();
  for (const { path, description } of states) {
    const title = path.split(".")[0] ?? path;
    const option = { value: path, text: path, title: description };
    groups.set(title, [...(groups.get(title) ?? []), option]);
  }
  return [...groups].map(([title, options]) => ({ title, options }));
}

/** Whether a model has what a condition speaks of. */
export function isOffered(condition: Condition, choices: GoalChoices): boolean {
  const { kind } = condition;
  const task = "task" in condition ? (condition.task ?? 0) : 0;
  return (
    task < choices.tasks &&
    groupsOf(kind, choices).some(({ options }) =>
      options.some(({ value }) => value === choiceOf(condition)),
    )
  );
}
