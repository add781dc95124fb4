import type { CampaignProgress } from "../mutation/campaign.ts";
/** One line on a terminal that says how far a mutation run is; silent anywhere else. */
export declare class MutationProgress {
    #private;
    constructor(quiet: boolean);
    at({ stage, done, of }: CampaignProgress): void;
    end(): void;
}
/** @param spent_ms since the stage began */
export declare function progressText({ stage, done, of }: CampaignProgress, spent_ms: number): string;
