import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Band } from "./Band.tsx";
import { Chart } from "./Chart.tsx";
import { Line } from "./Line.tsx";
import { Marks } from "./Marks.tsx";
import { Rule } from "./Rule.tsx";
import { StackedBar } from "./StackedBar.tsx";
import { dayAxis, valueAxis } from "./scales.ts";

const drawn = (children: React.ReactNode) =>
  renderToStaticMarkup(
    <Chart title="Emissions, falling" x={valueAxis([0, 10])} y={valueAxis([0, 100])} height={100}>
      {children}
    </Chart>,
  );

describe("a chart", () => {
  it("has a name and its ticks, and never a number that is none", () => {
    const all = renderToStaticMarkup(
      <Chart title="Emissions, falling" x={dayAxis([])} y={valueAxis([])} height={100} unit="kt">
        <Line
          points={[
            { x: Number.NaN, y: 1 },
            { x: 2, y: Number.POSITIVE_INFINITY },
          ]}
        />
        <Band
          points={[
            { x: 0, low: Number.NaN, high: 1 },
            { x: 1, low: 0, high: 1e300 },
          ]}
        />
        <Marks points={[{ x: Number.NaN, y: Number.NaN }]} />
        <Rule x={Number.NaN} label="today" />
      </Chart>,
    );
    expect(all).toContain('aria-label="Emissions, falling"');
    expect(all).not.toContain("NaN");
    expect(all).not.toContain("Infinity");
  });

  it("turns the value axis: more is higher", () => {
    const line = drawn(
      <Line
        points={[
          { x: 0, y: 0 },
          { x: 10, y: 100 },
        ]}
        look="dashed"
      />,
    );
    expect(line).toContain('d="M0,1000L1000,0"');
    expect(line).toContain('data-look="dashed"');
    expect(drawn(<Marks points={[{ x: 5, y: 25, title: "2020: 25" }]} />)).toContain('x="50%" y="75%"');
  });

  it("draws no line of one point", () => {
    expect(drawn(<Line points={[{ x: 1, y: 1 }]} />)).toBe(drawn(null));
  });
});

describe("parts of a whole", () => {
  it("fill a bar up to its whole, or all of it where they are more", () => {
    const part = (key: string, value: number) => ({ key, value, tone: 1, title: key }) as const;
    const bar = (whole: number | null, ...parts: ReturnType<typeof part>[]) =>
      [
        ...renderToStaticMarkup(<StackedBar title="Money" parts={parts} whole={whole} />).matchAll(
          /x="([\d.]+%)" width="([\d.]+%)"/g,
        ),
      ].map(([, x, width]) => [x, width]);
    expect(bar(100, part("a", 20), part("b", 30))).toEqual([
      ["0%", "20%"],
      ["20%", "30%"],
    ]);
    expect(bar(10, part("a", 30), part("b", 10))).toEqual([
      ["0%", "75%"],
      ["75%", "25%"],
    ]);
    expect(bar(null, part("a", 0), part("b", Number.NaN))).toEqual([]);
  });
});
