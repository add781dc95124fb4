import { type Scene } from "./scene.ts";
/**
 * Moves the headers that ELK placed among the edges to the left border of their boxes, where
 * every other header stands, as long as nothing is in the way.
 */
export declare function withHeadersAside(scene: Scene): Scene;
