export { SaveTemplateDialog } from "./SaveTemplateDialog.tsx";
export { StartPage } from "./StartPage.tsx";
