/** Templates: the shipped ones, and those saved here by people who make maps. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type DescribeTemplate,
  type SaveTemplate,
  templateDetailSchema,
  templateSchema,
} from "@trellis/shared/protocol/api";
import { command, request } from "./request.ts";

const key = ["templates"];
const path = (id: string) => `/api/templates/${encodeURIComponent(id)}`;

/** Address of a template's small picture. */
export const templatePicture = (id: string): string => `${path(id)}/picture`;

/** Own ones first, newest first; then the shipped ones. */
export const useTemplates = () =>
  useQuery({
    queryKey: key,
    queryFn: () => request("GET", "/api/templates", templateSchema.array()),
    refetchOnMount: "always",
  });

/** One template with its counts and sources. */
export const useTemplate = (id: string) =>
  useQuery({ queryKey: [...key, id], queryFn: () => request("GET", path(id), templateDetailSchema) });

function useTemplateMutation<Input, Result>(run: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

export const useSaveTemplate = () =>
  useTemplateMutation((input: SaveTemplate) => request("POST", "/api/templates", templateSchema, input));

export const useDescribeTemplate = () =>
  useTemplateMutation(({ id, ...words }: DescribeTemplate & { readonly id: string }) =>
    command("PATCH", path(id), words),
  );

export const useDeleteTemplate = () => useTemplateMutation((id: string) => command("DELETE", path(id)));

export const useRestoreTemplate = () =>
  useTemplateMutation((id: string) => command("POST", `${path(id)}/restore`));
