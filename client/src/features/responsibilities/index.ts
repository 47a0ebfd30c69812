export { Responsibilities } from "./Responsibilities.tsx";
