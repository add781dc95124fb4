import { parentPort } from "node:worker_threads";
import { type Job, perform, type Result } from "../mutation/jobs.ts";

/** What a thread answers to a job. */
export type MutationMessage =
  | { readonly result: Result }
  | { readonly error: { readonly message: string; readonly stack: string } };

parentPort?.on("message", async (job: Job) => parentPort?.postMessage(await answer(job)));

async function answer(job: Job): Promise<MutationMessage> {
  try {
    return { result: await perform(job) };
  } catch (error) {
    if (!(error instanceof Error)) return { error: { message: String(error), stack: "" } };
    return { error: { message: error.message, stack: error.stack ?? "" } };
  }
}
