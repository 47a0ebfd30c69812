import { area, curveLinear, curveStepAfter } from "d3-shape";
import { useId } from "react";
import { type BandPoint, usePlacing } from "./chartContext.ts";
import { Hatched } from "./Hatched.tsx";
import type { Tone } from "./tones.ts";

interface BandProps {
  readonly points: readonly BandPoint[];
  readonly tone?: Tone;
  readonly isOpen?: boolean;
  readonly isStepped?: boolean;
  readonly title?: string;
}

/** The area between two lines; stack several for parts of a whole (`stacked`). */
export function Band({ points, tone = 1, isOpen = false, isStepped, title }: BandProps) {
  const { x, y } = usePlacing();
  const id = useId();
  if (points.length < 2) return null;
  const shape = area<BandPoint>()
    .x((point) => x(point.x))
    .y0((point) => y(point.low))
    .y1((point) => y(point.high))
    .curve(isStepped ? curveStepAfter : curveLinear)
    .digits(5);
  // The hatching lies on the whole plot, undistorted, and is cut out along the area.
  return (
    <g>
      <clipPath id={id} clipPathUnits="objectBoundingBox">
        <path d={shape(points) ?? ""} />
      </clipPath>
      <Hatched tone={tone} isOpen={isOpen}>
        {(fill) => (
          <rect width="100%" height="100%" fill={fill} clipPath={`url(#${id})`}>
            {title && <title>{title}</title>}
          </rect>
        )}
      </Hatched>
    </g>
  );
}
