import { InvalidArgumentError, Option } from "commander";
import { type KernelName, kernels } from "../model/worlds.ts";

/** Told the exit status when a command has ended. */
export type Done = (status: number) => void;

export const kernelNames = Object.keys(kernels) as KernelName[]; // the object's own keys

export function kernelOption(standard: KernelName = "seed"): Option {
  return new Option("--kernel <name>", `which kernel: ${kernelNames.join(", ")}`).default(standard);
}

export function natural(text: string): number {
  if (!/^\d{1,10}$/.test(text)) {
    throw new InvalidArgumentError(`expected a whole number from 0 on, got "${text}".`);
  }
  return Number(text);
}

export function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError(`expected a positive number, got "${text}".`);
  return value;
}

/** Fast-check's seeds may be negative. */
export function integer(text: string): number {
  if (!/^-?\d{1,10}$/.test(text)) {
    throw new InvalidArgumentError(`expected a whole number, got "${text}".`);
  }
  return Number(text);
}
