/** Runs jobs one after the other, in the order they came, whether they fail or not. */
export declare function createQueue(): <T>(job: () => Promise<T>) => Promise<T>;
