import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import {
  busy,
  dismiss,
  type FileMessage,
  fileMessages,
  openFiles,
  stopOpening,
} from "./open-files.ts";
import "./files.css";

/** Takes files that are dropped anywhere on the page, and says what became of them. */
export function FileDrop() {
  const isOver = useSignal(false);
  useEffect(() => followDrags((isDragged) => (isOver.value = isDragged)), []);
  return (
    <>
      {isOver.value && (
        <div class="drop-target">
          <p>Drop traces, suites, runs, check reports or mutation results here</p>
        </div>
      )}
      <div class="file-messages">
        <BusyNote />
        <div role="status">{ofKind("opened")}</div>
        {ofKind("refused")}
      </div>
    </>
  );
}

/** Lets the reader choose files. */
export function OpenFileButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={busy.value !== null} onClick={() => input.current?.click()}>
        Open file…
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = ""; // so that the same file can be opened again
          void openFiles(files);
        }}
      />
    </>
  );
}

/** @returns what ends it */
function followDrags(onDrag: (isDragged: boolean) => void): () => void {
  const over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    onDrag(true);
  };
  const leave = ({ relatedTarget }: DragEvent): void => {
    if (relatedTarget === null) onDrag(false);
  };
  const drop = (event: DragEvent): void => {
    onDrag(false);
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    void openFiles([...event.dataTransfer.files]);
  };
  addEventListener("dragover", over);
  addEventListener("dragleave", leave);
  addEventListener("drop", drop);
  return () => {
    removeEventListener("dragover", over);
    removeEventListener("dragleave", leave);
    removeEventListener("drop", drop);
  };
}

function BusyNote() {
  const now = busy.value;
  if (!now) return null;
  const { name, done, total } = now;
  return (
    <div class="file-message">
      <p>
        {total === 0 ? "Reading" : "Playing"} <bdi>{name}</bdi>
        {total > 0 && ` … ${done.toLocaleString("en")} of ${total.toLocaleString("en")} steps`}
      </p>
      {total > 0 && <progress value={done} max={total} aria-label="Steps that are played" />}
      <button type="button" onClick={stopOpening}>
        Stop
      </button>
    </div>
  );
}

const shownMessages = 6;

function ofKind(kind: FileMessage["kind"]) {
  const all = fileMessages.value.filter((message) => message.kind === kind);
  const more = all.length - shownMessages;
  return (
    <>
      {all.slice(0, shownMessages).map((message) => (
        <Message key={message.id} message={message} />
      ))}
      {more > 0 && (
        <p class="file-message" role={kind === "refused" ? "alert" : undefined}>
          … and {more} more files were {kind}.
        </p>
      )}
    </>
  );
}

function Message({ message: { id, kind, name, text } }: { readonly message: FileMessage }) {
  const isRefused = kind === "refused";
  return (
    <div class={`file-message ${kind}`} role={isRefused ? "alert" : undefined}>
      <p>
        <span aria-hidden="true">{isRefused ? "✗" : "✓"}</span> <bdi class="name">{name}</bdi>{" "}
        {isRefused ? "was not opened: " : "is opened: "}
        {text}
      </p>
      <button
        type="button"
        aria-label={`Dismiss the message about ${name}`}
        onClick={() => dismiss(id)}
      >
        ×
      </button>
    </div>
  );
}
