import { traceInWords } from "../../../model/trace-in-words.ts";
import { subjectText } from "../state/subjects.ts";
import { replayCommand } from "./command.ts";
import { type SharedTrace, traceReport } from "./shared-trace.ts";

/** Columns of plain text, as the command line has them where it does not write to a terminal. */
const columns = 80;

/** A trace as the command line prints it, under what it is and before how to see it again. */
export function plainText(trace: SharedTrace): string {
  const { item, playback } = trace;
  const again = replayCommand(item);
  return [
    item.title,
    `  ${wrapWords(item.statement, 2)}`,
    `  ${wrapWords(subjectText(item.subject), 2)}`,
    traceInWords(traceReport(trace), { columns, wrap: wrapWords, indent: 2 }),
    ...(playback.refused === null ? [] : [`  ${wrapWords(refusedText(trace), 2)}`]),
    ...(again === null ? [] : [`  again: ${again.command}`]),
    "",
  ].join("\n");
}

function refusedText({ playback: { steps, refused } }: SharedTrace): string {
  return `... step ${steps.length + 1}, ${refused?.event.type}, is refused: ${refused?.why}`;
}

/** Breaks a text between words; a word that is longer than a line stands in one that is longer. */
export function wrapWords(text: string, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && longer.length > columns - indent) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
