export { KeyMap } from "./KeyMap.tsx";
export { Palette } from "./Palette.tsx";
