import type { ComponentChildren } from "preact";

const signs: readonly (readonly [sign: string, meaning: string])[] = [
  ["state", "what is true between two steps; a round one is left at once, without an event"],
  ["event", "the C function that takes the next step"],
  ["[guard]", "asked from top to bottom; the first that says yes decides"],
  ["ERRNO → state", "an early exit, and what the call will return"],
  ["↻ action", "the state stays as it is"],
  ["← 4 early exits", "so many lead here, and are not drawn as lines"],
  ["− +", "hide and show what is inside a state"],
];

const keys: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [["Tab"], "into the chart, and out of it"],
  [["←", "↑", "↓", "→"], "to the next state; with Shift they move the chart"],
  [["Enter"], "all about the state"],
  [["e"], "hide or show what is inside it"],
  [["+", "−", "0"], "larger, smaller, the whole chart"],
];

/** How to read a statechart, and which keys it takes. */
export function ChartGuide() {
  return (
    <div class="guide">
      <p class="muted">
        Select a state or a transition to read all about it: what is true there, which function of
        the kernel it is, who checks it, and which tests take it.
      </p>
      <h3>How to read it</h3>
      <dl>
        {signs.map(([sign, meaning]) => (
          <Line key={sign} name={<code>{sign}</code>}>
            {meaning}
          </Line>
        ))}
      </dl>
      <h3>Keys</h3>
      <dl>
        {keys.map(([names, meaning]) => (
          <Line key={meaning} name={names.map((name) => <kbd key={name}>{name}</kbd>)}>
            {meaning}
          </Line>
        ))}
      </dl>
    </div>
  );
}

function Line({
  name,
  children,
}: {
  readonly name: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
