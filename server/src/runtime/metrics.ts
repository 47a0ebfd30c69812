// Figures for whoever watches the server, in Prometheus' text format.
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";

/** Numbers the room engine answers at the moment they are asked for. */
export type LiveFigures = () => Readonly<Record<string, number>>;

export interface Metrics {
  readonly contentType: string;
  /** Counts one answered request. `route` is the pattern, never the address, so that no id gets in. */
  countRequest(method: string, route: string, status: number): void;
  /** The page, with every gauge read now. */
  page(): Promise<string>;
}

/** @param figures each becomes a gauge `trellis_<name>`; names are fixed by the first answer */
export function openMetrics(figures: LiveFigures): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of Object.keys(figures())) {
    new Gauge({
      name: `trellis_${name.replace(/([A-Z])/g, "_$1").toLowerCase()}`,
      help: `Room engine: ${name}, now.`,
      registers: [registry],
      collect() {
        this.set(figures()[name] ?? 0);
      },
    });
  }
  const requests = new Counter({
    name: "trellis_http_requests_total",
    help: "Answered HTTP requests.",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    countRequest: (method, route, status) => requests.inc({ method, route, status: String(status) }),
    page: () => registry.metrics(),
  };
}
