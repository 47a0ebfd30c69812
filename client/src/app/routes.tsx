/** Which page belongs to which address. Each page is a chunk of its own. */
import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { Loading } from "../ui/Loading.tsx";
import { Problem } from "./Problem.tsx";

const StartPage = lazy(async () => ({ default: (await import("../features/start/index.ts")).StartPage }));
const EnterPage = lazy(async () => ({ default: (await import("../features/join/index.ts")).EnterPage }));
const JoinPage = lazy(async () => ({ default: (await import("../features/join/index.ts")).JoinPage }));
const MapPage = lazy(async () => ({ default: (await import("./MapPage.tsx")).MapPage }));

export function AppRoutes() {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/" element={<StartPage />} />
        <Route path="/enter" element={<EnterPage />} />
        <Route path="/join" element={<JoinPage />} />
        <Route path="/maps/:mapId/:view?" element={<MapPage />} />
        <Route path="*" element={<Problem name="noPage" />} />
      </Routes>
    </Suspense>
  );
}
