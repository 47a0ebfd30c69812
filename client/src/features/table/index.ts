import texts from "../../locales/en/table.json";
import { addTexts } from "../../ui/lateTexts.ts";

addTexts("table", texts);

export { Table } from "./Table.tsx";
