/** What the keeper has done since it began: one visit is to cost one load and at most three assessments. */
export interface KeeperCounts {
  loads: number;
  folds: number;
  assessments: number;
  views: number;
}

export const noCounts = (): KeeperCounts => ({ loads: 0, folds: 0, assessments: 0, views: 0 });
