/** What `npm run layout` does: places every chart in every cut, and stores where everything is. */
export declare function writeLayouts(file: string): Promise<void>;
