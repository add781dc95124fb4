import { useState } from "preact/hooks";
import { savedPresets, savedWorlds } from "../../../formats/trace-world.ts";
import { type MutantName, mutants } from "../../../model/mutants.ts";
import { type KernelName, kernelNames } from "../../../model/worlds.ts";
import type { Subject } from "../../subject.ts";
import { index } from "../state/review.ts";
import { openWalk } from "./walk-on.ts";

/** The worlds that are made to walk in come first. */
const walkPresets = ["story", ...savedPresets.filter((preset) => preset !== "story")] as const;

/** Where a walk begins: which kernel, which world, and perhaps which wrong version of it. */
export function SubjectPicker() {
  const [kernel, setKernel] = useState<KernelName>(index.value?.kernel ?? "seed");
  const [preset, setPreset] = useState<Subject["preset"]>("story");
  const [world, setWorld] = useState("life");
  const [mutant, setMutant] = useState<MutantName | "">("");
  const worlds = savedWorlds(kernel, preset);
  const chosen = worlds.find(({ name }) => name === world) ?? worlds[0];
  const mutantNames = Object.keys(mutants) as MutantName[]; // the object's own keys
  return (
    <section class="panel picker" aria-label="Explore">
      <header>
        <h1>Walk through the model yourself</h1>
      </header>
      <div class="body">
        <p>
          Choose a kernel and a world: how many tasks there are, how much memory, and which calls
          can be made. Then decide, step by step, what happens.
        </p>
        <Choice name="Kernel" value={kernel} options={kernelNames} onChange={setKernel} />
        <Choice name="Bounds" value={preset} options={walkPresets} onChange={setPreset} />
        <Choice
          name="World"
          value={chosen?.name ?? ""}
          options={worlds.map(({ name }) => name)}
          onChange={setWorld}
        />
        <p class="muted purpose">{chosen?.purpose}</p>
        <Choice
          name="Wrong version"
          value={mutant}
          options={["", ...mutantNames] as const}
          titles={{ "": "none: the model itself" }}
          onChange={setMutant}
        />
        {mutant !== "" && <p class="muted purpose">{mutants[mutant].breaks}</p>}
        <button
          type="button"
          class="primary"
          onClick={() => {
            if (!chosen) return;
            const subject = { kernel, preset, world: chosen.name, mutant: mutant || null };
            openWalk(subject, []);
          }}
        >
          Begin
        </button>
      </div>
    </section>
  );
}

function Choice<T extends string>({
  name,
  value,
  options,
  titles,
  onChange,
}: {
  readonly name: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly titles?: Readonly<Record<string, string>>;
  readonly onChange: (value: T) => void;
}) {
  return (
    <label class="choice-field">
      <span>{name}</span>
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const found = options.find((option) => option === currentTarget.value);
          if (found !== undefined) onChange(found);
        }}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {titles?.[option] ?? option}
          </option>
        ))}
      </select>
    </label>
  );
}
