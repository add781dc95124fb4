import { param, setParams } from "../state/route.ts";

interface ParamChoiceProps {
  readonly label: string;
  /** Of the parameter in the address. */
  readonly name: string;
  /** What is chosen; the address may hold something that cannot be. */
  readonly value?: string;
  /** The value "" takes the parameter out of the address. */
  readonly options: readonly (readonly [value: string, title: string])[];
}

/** A choice that the address keeps. */
export function ParamChoice({ label, name, value, options }: ParamChoiceProps) {
  return (
    <label>
      {label}{" "}
      <select
        value={value ?? param(name) ?? ""}
        onChange={({ currentTarget }) => setParams({ [name]: currentTarget.value || null })}
      >
        {options.map(([option, title]) => (
          <option key={option} value={option}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
