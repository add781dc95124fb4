import type { DiagramTransition } from "./diagram.ts";
/** The role of a piece of text, which decides its font and its colour. */
export type Ink = keyof typeof FONTS;
export interface Span {
    readonly text: string;
    readonly ink: Ink;
}
export declare const FONTS: {
    readonly title: {
        readonly size_px: 13;
        readonly bold: true;
    };
    readonly note: {
        readonly size_px: 11;
    };
    readonly event: {
        readonly size_px: 11;
    };
    readonly guard: {
        readonly size_px: 11;
    };
    readonly success: {
        readonly size_px: 11;
        readonly bold: true;
    };
    readonly failure: {
        readonly size_px: 11;
        readonly bold: true;
    };
    readonly target: {
        readonly size_px: 11;
    };
};
/** A longer text is cut. */
export declare const TEXT_WIDTH_MAX_PX = 340;
/** Returns the width of the spans of one line in pixels. */
export declare function lineWidth(spans: readonly Span[]): number;
/** Neighbours with one event, so that the order of the guards stays. */
export declare function groupByEvent(transitions: readonly DiagramTransition[]): DiagramTransition[][];
export declare function keysOf(transitions: readonly DiagramTransition[]): readonly string[];
export declare function conditionSpans(transition: DiagramTransition): readonly Span[];
export declare function guardSpans({ guard, otherwise }: DiagramTransition): readonly Span[];
export declare function resultSpans({ result }: DiagramTransition, before: string): readonly Span[];
export declare function targetSpans({ source, target, actions }: DiagramTransition): readonly Span[];
export declare function span(text: string, ink: Ink): Span;
/** SVG draws a run of white space as one space, so it has to be measured as one. */
export declare function onOneLine(text: string): string;
