import { checks, runs } from "../state/review.ts";
import { linkTo } from "../state/route.ts";
import { Cards } from "./cards.tsx";
import { Runs } from "./runs.tsx";
import { Verdicts } from "./verdicts.tsx";
import "./start.css";

/** What the page is, what was found, and the runs that explain it. */
export function StartView() {
  const several = Math.max(checks.value?.length ?? 0, runs.value?.length ?? 0) > 1;
  return (
    <div class="start">
      <div class="top">
        <section class="intro">
          <h1>What Linux does with its two kexec images</h1>
          <p>
            <strong>kexec</strong> lets a running kernel start another one without going through the
            firmware. <strong>kdump</strong> uses it for crashes: a second kernel is loaded ahead of
            time into memory that was set aside at boot, the <em>crash region</em>, and is started
            when the first one panics, to save its memory: the dump.
          </p>
          <p>
            So there are two slots, <code>kexec_image</code> for the next boot and{" "}
            <code>kexec_crash_image</code> for the crash, and <strong>one lock</strong> for both.
            This page shows the model of that code: a statechart whose steps are the C functions of
            the kernel, over page frames. A checker has been through every state that it can reach.
          </p>
        </section>
        <div class={several ? "found several" : "found"}>
          <Verdicts />
          <Runs />
        </div>
      </div>
      <Cards title="How it works" kinds={["story"]} />
      <Cards
        title="Promises that are broken"
        kinds={["violated"]}
        lead="The model was expected to keep these. Each comes with the shortest run that breaks it."
      />
      <Cards
        title="Bugs that Linux has"
        kinds={["known violation"]}
        lead="Known, and in every kernel that is named; each with the shortest run that shows it."
      />
      <Cards
        title="Wishes that Linux does not grant"
        kinds={["wish"]}
        lead="One would like them to hold. They do not, by design, and here is why."
      />
      <Ways />
    </div>
  );
}

/** Where to go, for those who know what they want. */
function Ways() {
  return (
    <section aria-label="Ways through the page">
      <h2>Ways through this page</h2>
      <ul class="ways">
        <li>
          <a href={linkTo("traces")}>Traces</a>: play any run step by step; see the statechart and
          the page frames move; at any step choose another one, or let the checker find a path.
          Files can be dropped anywhere.
        </li>
        <li>
          <a href={linkTo("statechart")}>Statechart</a>: read it, search it, and see what was
          checked, tested and run on a kernel.
        </li>
        <li>
          <a href={linkTo("verdicts")}>Verdicts</a>: every property with its bounds, and the wrong
          model that it notices.
        </li>
        <li>
          <a href={linkTo("transitions")}>Transitions</a>: which system took which transition.{" "}
          <a href={linkTo("mutants")}>Mutants</a>: which property notices which mistake.
        </li>
      </ul>
      <p class="muted">
        Keys in a trace: <kbd>←</kbd> <kbd>→</kbd> step, <kbd>1</kbd>…<kbd>9</kbd> choose what
        happens, <kbd>u</kbd> undo. The address holds everything that you chose: it can be shared
        together with the file.
      </p>
    </section>
  );
}
