/** What the changes of a table work on and by. */
import type { MapSnapshot } from "@trellis/shared/read/snapshot";
import type { CardType } from "@trellis/shared/schema/enums";
import type { CardId } from "@trellis/shared/schema/ids";
import type { RefObject } from "react";
import type { Edit } from "../../document/useEdit.ts";
import type { Undo } from "../../document/useUndo.ts";
import type { CellWords } from "../../workspace/values/cellReader.ts";
import type { TableWords } from "./cellText.ts";
import type { Column } from "./columns.ts";
import type { Joined } from "./joined.ts";
import type { TableAddress } from "./tableAddress.ts";
import type { Places } from "./tableKeys.ts";
import type { TableStoreApi } from "./tableStore.ts";

/** What is worked on, as it was last drawn. */
export interface Scene {
  readonly type: CardType;
  readonly columns: readonly Column[];
  readonly places: Places;
  readonly blank: CardId | null;
  readonly words: TableWords;
  readonly cellWords: CellWords;
  readonly joined: Joined;
  readonly currency: string | null;
  readonly canEdit: boolean;
  readonly question: string;
  readonly choose: (patch: Partial<TableAddress>) => void;
}

export interface Means {
  readonly store: TableStoreApi;
  readonly edit: Edit;
  readonly undoNotice: (text: string) => void;
  readonly lastStep: Undo["lastStep"];
  readonly beside: Undo["beside"];
  readonly live: { readonly getSnapshot: () => MapSnapshot };
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly scene: () => Scene;
}
