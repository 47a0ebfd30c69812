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
import { HEIGHT, map, publish, root, WIDTH } from "./bench.ts";

type Card = Node<{ title: string; status: string }>;

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
    publish({
      view: () => {
        const { x, y, zoom } = flow.getViewport();
        return { x: (innerWidth / 2 - x) / zoom, y: (innerHeight / 2 - y) / zoom, zoom };
      },
      setView: (x, y, zoom) =>
        flow.setViewport({ x: innerWidth / 2 - x * zoom, y: innerHeight / 2 - y * zoom, zoom }),
      nodeWorld: position,
      nodePoint: (index) => {
        const { x, y } = position(index);
        const view = flow.getViewport();
        return {
          x: (x + WIDTH / 2) * view.zoom + view.x,
          y: (y + HEIGHT / 2) * view.zoom + view.y,
        };
      },
      select: (indexes) => {
        const chosen = new Set(indexes.map((index) => map.cards[index]?.id));
        flow.setNodes((before) => before.map((node) => ({ ...node, selected: chosen.has(node.id) })));
      },
    });
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

createRoot(root()).render(
  <ReactFlowProvider>
    <Flow />
  </ReactFlowProvider>,
);
