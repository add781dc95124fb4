/**
 * The style sheet of a drawing.
 *
 * A README shows the drawing as an image, where only the reader's `prefers-color-scheme` decides
 * between light and dark, so the drawing brings its own ground. The colours are written out and
 * not kept in CSS variables, which librsvg and resvg do not know; they show the light scheme.
 * Every text has a contrast of 4.5 or more against every ground it can stand on.
 */
export declare function styleSheet(): string;
/** How many depths of nesting have a shade of their own. */
export declare const SHADES = 4;
