export { CardRecords } from "./CardRecords.tsx";
export { Inspector } from "./Inspector.tsx";
