/**
 * The style sheet of a drawing.
 *
 * A README shows the drawing as an image, where only the reader's `prefers-color-scheme` decides
 * between light and dark, so the drawing brings its own ground. The colours are written out and
 * not kept in CSS variables, which librsvg and resvg do not know; they show the light scheme.
 * Every text has a contrast of 4.5 or more against every ground it can stand on.
 */
export function styleSheet() {
    return [
        `text { font-family: ${FONT_STACK}; font-size: 11px; font-kerning: none; }`,
        ".title { font-size: 13px; font-weight: 700; }",
        ".success, .failure { font-weight: 700; }",
        ".edge, .arrow-line { fill: none; stroke-width: 1.2; }",
        ".state, .frame { stroke-width: 1; }",
        ".inner { fill: none; stroke-width: 1; }",
        ".region { stroke-dasharray: 5 4; }",
        ...rules(LIGHT),
        "@media (prefers-color-scheme: dark) {",
        ...rules(DARK),
        "}",
    ].join("\n");
}
/** Faces with the widths of the tables in `text.ts` come first. */
const FONT_STACK = 'Helvetica, Arial, "Liberation Sans", "Nimbus Sans", "Helvetica Neue", "Segoe UI", Roboto, ' +
    "ui-sans-serif, system-ui, sans-serif";
const LIGHT = {
    ground: "#ffffff",
    frames: ["#f6f8fb", "#edf1f7", "#e4eaf3", "#dbe3ef"],
    frameBorder: "#aebbcd",
    state: "#ffffff",
    stateBorder: "#5b6f8c",
    line: "#4a5d79",
    title: "#14233a",
    text: "#1f3252",
    muted: "#4c5a70",
    failure: "#a8201a",
    failureGround: "#fdeceb",
    success: "#17663a",
};
const DARK = {
    ground: "#0d1117",
    frames: ["#131a24", "#18212e", "#1d2838", "#222f42"],
    frameBorder: "#3c4c63",
    state: "#0f1620",
    stateBorder: "#7d92b0",
    line: "#8ea3c0",
    title: "#eef3fa",
    text: "#cfdbec",
    muted: "#a3b1c6",
    failure: "#ff9d94",
    failureGround: "#3a1a1d",
    success: "#7fd6a2",
};
/** How many depths of nesting have a shade of their own. */
export const SHADES = 4;
function rules(palette) {
    return [
        `.ground { fill: ${palette.ground}; }`,
        ...palette.frames.map((shade, depth) => `.depth-${depth} { fill: ${shade}; }`),
        `.frame { stroke: ${palette.frameBorder}; }`,
        `.state { fill: ${palette.state}; stroke: ${palette.stateBorder}; }`,
        `.inner { stroke: ${palette.stateBorder}; }`,
        `.edge { stroke: ${palette.line}; }`,
        `.head, .dot { fill: ${palette.line}; }`,
        `.tint { fill: ${palette.failureGround}; }`,
        `.title { fill: ${palette.title}; }`,
        `.event { fill: ${palette.text}; }`,
        `.note, .guard, .target { fill: ${palette.muted}; }`,
        `.failure { fill: ${palette.failure}; }`,
        `.success { fill: ${palette.success}; }`,
    ];
}
//# sourceMappingURL=style.js.map