import { kexecLoad } from "../../machines/kexec-load.ts";
import { createLayout } from "../memory/layout.ts";
import { worldsOf } from "../model/worlds.ts";
import { drawStatechart } from "../viewer/svg/draw.ts";
import { write } from "./check.ts";

/** Where early exits go: drawn as a row of their state, not as an edge across the picture. */
export const exits = ["call.returning", "call.locked.unlocking", "call.locked.out"];

/** Draws the call's statechart. @returns the exit status */
export async function viewCommand(svg: string): Promise<number> {
  const [world] = worldsOf("quick", "seed");
  if (!world) throw new RangeError("the preset quick has no world");
  const machine = kexecLoad(createLayout(world.bounds));
  write(svg, await drawStatechart(machine, { exits }));
  process.stdout.write(`${svg}\n`);
  return 0;
}
