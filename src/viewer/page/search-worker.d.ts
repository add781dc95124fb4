declare module "virtual:search-worker" {
  /** The worker of the search, as the text of a classic script. */
  export const workerText: string;
}
