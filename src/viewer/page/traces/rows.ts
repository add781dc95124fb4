import { changesOf, type Playback } from "../state/playback.ts";

/** The steps (from 1) of a run that change something whose name contains a text; all for "". */
export function stepsThatChange(playback: Playback, filter: string): readonly number[] {
  const all = Array.from({ length: playback.steps.length }, (_, i) => i + 1);
  const wanted = filter.trim().toLowerCase();
  if (wanted === "") return all;
  return all.filter((i) => changesOf(playback, i).some((text) => contains(text, wanted)));
}

function contains(text: string, wanted: string): boolean {
  return text.toLowerCase().includes(wanted);
}

/** Words to filter by: everything that has a name and that this run changes. */
export function variablesOf(playback: Playback): readonly string[] {
  const { bounds, frames } = playback.simulation.layout;
  const images = Array.from({ length: 3 }, (_, i) => `image ${i + 1}`);
  const pfns = Array.from({ length: frames }, (_, pfn) => `frame ${pfn}`);
  const globals = ["lock", "result", "kexec_image", "kexec_crash_image", "crash region"];
  const more = bounds.features.includes("load-limits") ? ["kexec_load_limit"] : [];
  return [...globals, "vmcoreinfo_data_safecopy", "IND_", ...more, ...images, ...pfns];
}
