/** The canvas: the map as lanes, cards and links. */
export { Canvas } from "./Canvas.tsx";
