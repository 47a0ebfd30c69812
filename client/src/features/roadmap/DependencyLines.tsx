/** What the current bar needs and what needs it, as lines between the bars; what is late is dashed and marked. */
import type { Dependency } from "@trellis/shared/derive/dependencies";
import type { CardId } from "@trellis/shared/schema/ids";
import styles from "./Roadmap.module.css";
import type { BarRow } from "./roadmapRows.ts";
import { useRoadmap } from "./roadmapStore.ts";
import { barShape, type TimeScale } from "./timeScale.ts";
import type { RoadmapModel } from "./useRoadmapModel.ts";

interface DependencyLinesProps {
  readonly model: RoadmapModel;
  readonly scale: TimeScale;
}

interface Ends {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export const isLate = ({ state }: Dependency): boolean => state === "starts_later" || state === "ends_later";

export function DependencyLines({ model, scale }: DependencyLinesProps) {
  const active = useRoadmap((state) => state.active);
  const card = active as CardId;
  const links = [...(model.needs.get(card) ?? []), ...(model.neededBy.get(card) ?? [])];
  if (links.length === 0) return null;
  const bars = new Map(
    model.rows.rows.flatMap((row) => (row.kind === "bar" ? [[row.bar.card, row] as const] : [])),
  );
  const endsOf = (of: CardId): Ends | null => {
    const row = bars.get(of);
    return row ? ends(row, scale, model.today) : null;
  };
  return (
    <svg className={styles.dependencies} width={scale.width} height={model.rows.height} aria-hidden="true">
      <defs>
        <marker
          id="roadmap-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path className={styles.arrow} d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {links.map((link) => {
        const [first, then] = [endsOf(link.needs), endsOf(link.card)];
        if (!first || !then) return null;
        return (
          <path
            key={link.link}
            className={styles.dependency}
            data-late={isLate(link) || undefined}
            d={path(first, then)}
            markerEnd="url(#roadmap-arrow)"
          />
        );
      })}
    </svg>
  );
}

/** Where lines leave and meet a bar; null for one that is not drawn. */
function ends({ bar, top, height }: BarRow, scale: TimeScale, today: number): Ends | null {
  const shape = barShape(bar, scale, today);
  const known = shape?.known ?? shape?.open;
  return known ? { left: known.x, right: known.x + known.width, y: top + height / 2 } : null;
}

/** From the end of what is needed, up or down, to the start of what needs it. */
function path(first: Ends, then: Ends): string {
  const out = first.right + 8;
  const into = then.left - 10;
  const middle = first.y < then.y ? then.y - 14 : then.y + 14;
  return out <= into
    ? `M${first.right} ${first.y}H${out}V${then.y}H${then.left}`
    : `M${first.right} ${first.y}H${out}V${middle}H${into}V${then.y}H${then.left}`;
}
