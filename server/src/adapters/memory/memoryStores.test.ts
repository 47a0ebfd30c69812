import { docStoreContract } from "../../ports/docStore.contract.ts";
import { mapStoreContract } from "../../ports/mapStore.contract.ts";
import { secretStoreContract } from "../../ports/secretStore.contract.ts";
import { serverSettingsContract } from "../../ports/serverSettings.contract.ts";
import { templateStoreContract } from "../../ports/templateStore.contract.ts";
import { touchStoreContract } from "../../ports/touchStore.contract.ts";
import { memoryStores } from "./memoryStores.ts";

const open = async () => memoryStores();

docStoreContract(open);
mapStoreContract(open);
secretStoreContract(open);
serverSettingsContract(open);
templateStoreContract(open);
touchStoreContract(open);
