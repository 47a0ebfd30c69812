import "./app/nonce.ts";
import "./ui/mantineStyles.ts";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
import { startTexts } from "./app/texts.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root");
await startTexts();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
