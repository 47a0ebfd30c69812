/** Cases of the other maps this login may read. */
import { useQuery } from "@tanstack/react-query";
import { caseListSchema } from "@trellis/shared/protocol/api";
import { request } from "./request.ts";

/** @param mapId the open map, whose cases are at hand */
export const useOtherCases = (mapId: string) =>
  useQuery({
    queryKey: ["cases", mapId],
    queryFn: () => request("GET", `/api/cases?except=${encodeURIComponent(mapId)}`, caseListSchema),
    staleTime: 30_000,
    refetchOnMount: "always",
  });
