export { EnterPage } from "./EnterPage.tsx";
export { JoinPage } from "./JoinPage.tsx";
