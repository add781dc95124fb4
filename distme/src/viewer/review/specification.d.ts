import type { SpecificationSection } from "./parts.ts";
/** A file of the specification, wherever the package is. */
export declare function specificationFile(name: string): URL;
/** What the specification says of states and properties, page by page. */
export declare function readSpecification(): SpecificationSection[];
/** The sections of a page whose headings are names. @param page the name of its file */
export declare function sectionsOf(page: string, markdown: string): SpecificationSection[];
