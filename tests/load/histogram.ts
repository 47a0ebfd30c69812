/*
 * Latencies in buckets of 2 %: a run of minutes costs a few kilobytes, and percentiles are right to 2 %.
 */
const SMALLEST_MS = 0.001;
const STEP = Math.log(1.02);
const BUCKETS = 1300;

export class Histogram {
  private readonly counts = new Uint32Array(BUCKETS);
  count = 0;
  max = 0;

  add(ms: number): void {
    const bucket = ms <= SMALLEST_MS ? 0 : Math.round(Math.log(ms / SMALLEST_MS) / STEP);
    this.counts[Math.min(BUCKETS - 1, bucket)]! += 1;
    this.count += 1;
    this.max = Math.max(this.max, ms);
  }

  /** The value that `share` (0 to 1) of all values do not exceed; null when there is none. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let left = Math.ceil(this.count * share);
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      left -= this.counts[bucket]!;
      if (left <= 0) return round(SMALLEST_MS * Math.exp(bucket * STEP));
    }
    return round(this.max);
  }
}

/** Three significant places are what a measurement of this kind carries. */
export const round = (value: number): number => Number(value.toPrecision(3));
