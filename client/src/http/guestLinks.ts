/** Guest links of one map. A link's address is known only in the answer that makes it. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type CreateGuestLink, createdGuestLinkSchema, guestLinkSchema } from "@trellis/shared/protocol/api";
import { command, request } from "./request.ts";

const path = (mapId: string) => `/api/maps/${encodeURIComponent(mapId)}/guest-links`;
const key = (mapId: string) => ["guestLinks", mapId];

export const useGuestLinks = (mapId: string) =>
  useQuery({
    queryKey: key(mapId),
    queryFn: () => request("GET", path(mapId), guestLinkSchema.array()),
    refetchOnMount: "always",
  });

export function useCreateGuestLink(mapId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CreateGuestLink) => request("POST", path(mapId), createdGuestLinkSchema, input),
    onSettled: () => queries.invalidateQueries({ queryKey: key(mapId) }),
  });
}

export function useRevokeGuestLink(mapId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => command("DELETE", `${path(mapId)}/${encodeURIComponent(linkId)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: key(mapId) }),
  });
}
