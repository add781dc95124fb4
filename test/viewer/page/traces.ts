import { readFileSync } from "node:fs";
import { parseTrace, type TraceFile } from "../../../src/formats/trace-file.ts";
import type { BugId } from "../../../src/model/bugs.ts";
import type { SharedTrace } from "../../../src/viewer/page/share/shared-trace.ts";
import { play } from "../../../src/viewer/page/state/playback.ts";
import { traceFileItem } from "../../../src/viewer/page/state/trace-files.ts";
import type { TraceItem } from "../../../src/viewer/page/state/trace-item.ts";

export function bugTrace(id: BugId): TraceFile {
  const place = new URL(`../../../spec/bugs/${id}.trace.json`, import.meta.url);
  return parseTrace(JSON.parse(readFileSync(place, "utf8")));
}

/** The run that shows a bug of the museum, played. @param changes what is different in its item */
export function shared(id: BugId, changes: Partial<TraceItem> = {}): SharedTrace {
  const item = { ...traceFileItem(`${id}.json`, bugTrace(id)), ...changes };
  return { item, playback: play(item.subject, item.events) };
}
