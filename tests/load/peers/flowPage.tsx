/*
 * The peer of the canvas: React Flow set up as its documentation shows, with the cards, places and links that Trellis
 * shows on its own page. Only the smallest zoom and scrolling to pan are set, so that both pages take the same input.
 */
import "@xyflow/react/dist/style.css";
import {
  Background,
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesInitialized,
  useNodesState,
  useReactFlow,
} from "@xyflow/react";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";

interface PeerMap {
  cards: { id: string; title: string; status: string; x: number; y: number }[];
  links: { id: string; from: string; to: string }[];
}

type Card = Node<{ title: string; status: string }>;

const WIDTH = 220;
const HEIGHT = 84;
const map = (await (await fetch("./map.json")).json()) as PeerMap;

const firstNodes: Card[] = map.cards.map(({ id, title, status, x, y }) => ({
  id,
  type: "card",
  position: { x: x - WIDTH / 2, y: y - HEIGHT / 2 },
  data: { title, status },
}));
const firstEdges: Edge[] = map.links.map(({ id, from, to }) => ({
  id,
  source: from,
  target: to,
  type: "smoothstep",
}));

function CardNode({ data }: NodeProps<Card>) {
  return (
    <div className="card">
      <Handle type="target" position={Position.Top} />
      <header>
        <strong>{data.title}</strong>
        <span>{data.status}</span>
      </header>
      <p>{data.title} for everybody who lives here</p>
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
}

const nodeTypes = { card: CardNode };

function Flow() {
  const [nodes, , onNodesChange] = useNodesState(firstNodes);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  const flow = useReactFlow();
  const ready = useNodesInitialized();
  useEffect(() => {
    if (!ready) return;
    const position = (index: number) =>
      flow.getNode(map.cards[index]?.id ?? "")?.position ?? { x: Number.NaN, y: Number.NaN };
    const bench = {
      cardIds: map.cards.map(({ id }) => id),
      worldCards: map.cards.map(({ x, y }) => ({ x, y })),
      ready: false,
      view: () => {
        const { x, y, zoom } = flow.getViewport();
        return { x: (innerWidth / 2 - x) / zoom, y: (innerHeight / 2 - y) / zoom, zoom };
      },
      setView: (x: number, y: number, zoom: number) =>
        flow.setViewport({ x: innerWidth / 2 - x * zoom, y: innerHeight / 2 - y * zoom, zoom }),
      nodeWorld: position,
      nodePoint: (index: number) => {
        const { x, y } = position(index);
        const view = flow.getViewport();
        return {
          x: (x + WIDTH / 2) * view.zoom + view.x,
          y: (y + HEIGHT / 2) * view.zoom + view.y,
        };
      },
    };
    Object.assign(window, { __bench: bench });
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        bench.ready = true;
      }),
    );
  }, [flow, ready]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      nodeTypes={nodeTypes}
      minZoom={0.02}
      panOnScroll
      fitView
    >
      <Background />
    </ReactFlow>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root.");
createRoot(root).render(
  <ReactFlowProvider>
    <Flow />
  </ReactFlowProvider>,
);
