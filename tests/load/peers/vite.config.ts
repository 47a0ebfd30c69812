import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    reportCompressedSize: false,
    // The pages wait for their map before they start.
    target: "esnext",
    rolldownOptions: { input: ["flow.html", "excalidraw.html", "tldraw.html"] },
  },
});
