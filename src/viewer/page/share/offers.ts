import { type ReplayCommand, replayCommand } from "./command.ts";
import { saveFile } from "./hand-out.ts";
import { sharedLink } from "./link.ts";
import { mermaidMax_characters, mermaidText } from "./mermaid.ts";
import { plainText } from "./plain.ts";
import { fileNameOf, type SharedTrace, savedTrace, whyNoFile } from "./shared-trace.ts";

/** A text that is to be copied, and what to say of it. */
export interface CopiedText {
  readonly name: string;
  readonly text: string;
  readonly note: string | null;
}

/** A way to take a trace away. */
export interface Offer {
  readonly name: string;
  /** Why it cannot be taken; null when it can. */
  readonly whyNot: string | null;
  /** Makes a text to be copied, or does what it does and says so. */
  readonly take: () => CopiedText | string;
}

export interface OfferOptions {
  /** How many steps are taken in what is shown. */
  readonly step: number;
  readonly tool: string;
  /** Saves the chart that is shown; null when none is. */
  readonly onSaveChart: (() => void) | null;
}

/** Every way to take a trace away. */
export function offersOf(trace: SharedTrace, options: OfferOptions): readonly Offer[] {
  const { step, tool, onSaveChart } = options;
  const noFile = whyNoFile(trace);
  const command = replayCommand(trace.item);
  return [
    { name: "Copy link", whyNot: null, take: () => linkOf(trace, step) },
    { name: "Copy as Mermaid diagram", whyNot: null, take: () => mermaidOf(trace) },
    {
      name: "Copy as plain text",
      whyNot: null,
      take: () => ({ name: "Plain text", text: plainText(trace), note: null }),
    },
    {
      name: "Copy replay command",
      whyNot: command === null ? noFile : null,
      take: () => (command === null ? "" : commandOf(command)),
    },
    { name: "Save trace file", whyNot: noFile, take: () => save(trace, tool) },
    {
      name: "Save chart as SVG",
      whyNot: onSaveChart === null ? "no chart is shown" : null,
      take: () => {
        onSaveChart?.();
        return "The chart is saved.";
      },
    },
  ];
}

function linkOf(trace: SharedTrace, step: number): CopiedText {
  const { link, note } = sharedLink(trace, step);
  return { name: "Link", text: link, note };
}

function mermaidOf(trace: SharedTrace): CopiedText {
  const text = mermaidText(trace);
  const isLong = text.length > mermaidMax_characters;
  const max = mermaidMax_characters.toLocaleString("en");
  const note = isLong ? `It is longer than ${max} characters: set Mermaid's maxTextSize.` : null;
  return { name: "Mermaid diagram", text, note };
}

function commandOf({ command, file }: ReplayCommand): CopiedText {
  const note = file === null ? null : `It reads ${file}: save the trace file first.`;
  return { name: "Replay command", text: command, note };
}

function save(trace: SharedTrace, tool: string): string {
  const name = fileNameOf(trace.item);
  saveFile(name, savedTrace(trace, tool));
  return `Saved as ${name}; kexec-model replay reads it.`;
}
