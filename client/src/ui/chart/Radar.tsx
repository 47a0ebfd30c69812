/**
 * A radar: one axis for each thing that was measured on the same scale from 0. It draws a middle value, the band around
 * it and the values of an earlier time; an axis without a value says so and breaks the line, it is never at 0.
 * It knows no domain. A table with the same figures stands beside it: the picture alone is for the eye.
 */
import { areaRadial, curveLinear, lineRadial } from "d3-shape";
import styles from "./Radar.module.css";
import { anchorOf, closed, isRadar, labelLines, type RadarAxis, spoke } from "./radarPlaces.ts";

interface RadarProps {
  readonly axes: readonly RadarAxis[];
  /** The end of every axis; rings stand at the whole numbers. */
  readonly max: number;
  /** What the picture shows, in a sentence. */
  readonly label: string;
  /** What an axis without a value says under its name. */
  readonly notKnown: string;
  readonly format: (value: number) => string;
}

const RADIUS = 118;
/** Room for names around it. */
const [WIDTH, HEIGHT] = [440, 340];
const LABEL_AT = RADIUS + 18;
const LINE = 14;

/** Nothing for fewer than three axes: a line is no radar. */
export function Radar({ axes, max, label, notKnown, format }: RadarProps) {
  if (!isRadar(axes)) return null;
  const scale = (value: number) => (Math.max(0, Math.min(max, value)) / max) * RADIUS;
  const rings = Array.from({ length: Math.floor(max) }, (_, index) => index + 1);
  const angle = (index: number) => (index * 2 * Math.PI) / axes.length;
  const points = closed(axes);
  const at = (_: RadarAxis, index: number) => angle(index);
  const line = (value: (axis: RadarAxis) => number | null) =>
    lineRadial<RadarAxis>()
      .defined((axis) => value(axis) !== null)
      .angle(at)
      .radius((axis) => scale(value(axis) ?? 0))
      .curve(curveLinear)(points) ?? "";
  const band =
    areaRadial<RadarAxis>()
      .defined(({ low, high }) => low !== null && high !== null)
      .angle(at)
      .innerRadius(({ low }) => scale(low ?? 0))
      .outerRadius(({ high }) => scale(high ?? 0))
      .curve(curveLinear)(points) ?? "";
  return (
    <svg
      className={styles.radar}
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {rings.map((ring) => (
        <circle key={ring} className={styles.ring} r={scale(ring)} data-outer={ring === max || undefined} />
      ))}
      {axes.map(({ key }, index) => {
        const end = spoke(angle(index), RADIUS);
        return <line key={key} className={styles.spoke} x2={end.x} y2={end.y} />;
      })}
      {[0, ...rings].map((ring) => (
        <text key={ring} className={styles.tick} x={-4} y={3 - scale(ring)} textAnchor="end">
          {ring}
        </text>
      ))}
      <path className={styles.band} d={band} />
      {axes.map(({ key, low, high }, index) => {
        if (low === null || high === null || low === high) return null;
        const [from, to] = [spoke(angle(index), scale(low)), spoke(angle(index), scale(high))];
        return <line key={key} className={styles.span} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
      <path className={styles.earlier} d={line(({ earlier }) => earlier)} />
      <path className={styles.line} d={line(({ value }) => value)} />
      {axes.map((axis, index) => (
        <g key={axis.key}>
          {axis.earlier !== null && <EarlierDot {...spoke(angle(index), scale(axis.earlier))} />}
          {axis.value !== null && (
            <Dot {...spoke(angle(index), scale(axis.value))} text={format(axis.value)} />
          )}
          <AxisName axis={axis} angle={angle(index)} notKnown={notKnown} />
        </g>
      ))}
    </svg>
  );
}

interface PlaceProps {
  readonly x: number;
  readonly y: number;
}

const EarlierDot = ({ x, y }: PlaceProps) => (
  <rect className={styles.earlierDot} x={x - 3.5} y={y - 3.5} width={7} height={7} />
);

const Dot = ({ x, y, text }: PlaceProps & { readonly text: string }) => (
  <>
    <circle className={styles.dot} cx={x} cy={y} r={4.5} />
    <text className={styles.figure} x={x + 8} y={y + 4}>
      {text}
    </text>
  </>
);

interface AxisNameProps {
  readonly axis: RadarAxis;
  readonly angle: number;
  readonly notKnown: string;
}

function AxisName({ axis, angle, notKnown }: AxisNameProps) {
  const { x, y } = spoke(angle, LABEL_AT);
  const lines = labelLines(axis.label);
  const all = axis.value === null ? [...lines, notKnown] : lines;
  // Above the radar the last line ends at the axis, below it the first one begins there.
  const top = y + 4 - ((1 - Math.sin(angle - Math.PI / 2)) / 2) * (all.length - 1) * LINE;
  return (
    <text className={styles.name} x={x} y={top} textAnchor={anchorOf(angle)}>
      {all.map((text, index) => (
        <tspan
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no other name
          key={index}
          x={x}
          dy={index === 0 ? 0 : LINE}
          className={index >= lines.length ? styles.unknown : undefined}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}
