import { QueryScope } from "../../http/QueryScope.tsx";
import { SaveTemplate } from "./SaveTemplate.tsx";

interface SaveTemplateDialogProps {
  readonly mapId: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** Saving as a template, for a page that asks nothing else over HTTP. */
export function SaveTemplateDialog(props: SaveTemplateDialogProps) {
  return (
    <QueryScope>
      <SaveTemplate {...props} />
    </QueryScope>
  );
}
