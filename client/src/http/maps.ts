/** Maps as the server lists them, and who asks. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type CreateMap,
  createdMapSchema,
  type MapListItem,
  mapListItemSchema,
  type RenameMap,
} from "@trellis/shared/protocol/api";
import { whoAmI } from "./logins.ts";
import { command, request } from "./request.ts";

const mapsKey = ["maps"];
const mapPath = (id: string) => `/api/maps/${encodeURIComponent(id)}`;

/** Address of a map's small picture: another one whenever the map has changed. */
export const mapPicture = ({ id, picture }: Pick<MapListItem, "id" | "picture">): string =>
  `${mapPath(id)}/picture?v=${encodeURIComponent(picture)}`;

/** Every map in use that this login may see, newest change first. */
export const useMaps = () =>
  useQuery({
    queryKey: mapsKey,
    queryFn: () => request("GET", "/api/maps", mapListItemSchema.array()),
    refetchInterval: 15_000,
    refetchOnMount: "always",
  });

/** Maps that can be brought back; only the owner may ask. */
export const useDeletedMaps = (isOwner: boolean) =>
  useQuery({
    queryKey: [...mapsKey, "deleted"],
    queryFn: () => request("GET", "/api/maps?deleted=1", mapListItemSchema.array()),
    enabled: isOwner,
  });

export const useMe = () => useQuery({ queryKey: ["me"], queryFn: whoAmI, staleTime: 60_000 });

function useMapMutation<Input, Result>(run: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => queries.invalidateQueries({ queryKey: mapsKey }),
  });
}

export const useCreateMap = () =>
  useMapMutation((input: CreateMap) => request("POST", "/api/maps", createdMapSchema, input));

export const useRenameMap = () =>
  useMapMutation(({ id, ...input }: RenameMap & { readonly id: string }) =>
    command("PATCH", mapPath(id), input),
  );

export const useDeleteMap = () => useMapMutation((id: string) => command("DELETE", mapPath(id)));

export const useRestoreMap = () => useMapMutation((id: string) => command("POST", `${mapPath(id)}/restore`));

/** For good: a deleted map cannot be brought back after this. */
export const usePurgeMap = () => useMapMutation((id: string) => command("POST", `${mapPath(id)}/purge`));
