import { InvalidArgumentError, Option } from "commander";
import { type KernelName, kernelNames } from "../model/worlds.ts";

/** Told the exit status when a command has ended. */
export type Done = (status: number) => void;

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

export function count(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) {
    throw new InvalidArgumentError(`expected a whole number from 1 on, got "${text}".`);
  }
  return Number(text);
}

/** A number of bytes: 500M, 2G; K, M, G and T stand for powers of 1024. */
export function size(text: string): number {
  const [, digits = "", unit = ""] = /^(\d+(?:\.\d+)?)([KMGT]?)$/i.exec(text) ?? [];
  const bytes = Number(digits) * 1024 ** " KMGT".indexOf(unit.toUpperCase() || " ");
  if (digits === "" || bytes < 1) {
    throw new InvalidArgumentError(`expected a size such as 500M or 2G, got "${text}".`);
  }
  return Math.floor(bytes);
}

/** Fast-check's seeds may be negative. */
export function integer(text: string): number {
  if (!/^-?\d{1,10}$/.test(text)) {
    throw new InvalidArgumentError(`expected a whole number, got "${text}".`);
  }
  return Number(text);
}
