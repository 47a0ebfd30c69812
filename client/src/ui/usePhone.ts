import { useMediaQuery } from "@mantine/hooks";

export const PHONE_QUERY = "(max-width: 48em)";

/** Narrower than ten tabs and the tools beside them. */
const TABS_QUERY = "(max-width: 70em)";

const useQuery = (query: string): boolean => useMediaQuery(query, false, { getInitialValueInEffect: false });

/** True where there is room for one thing at a time. */
export const usePhone = (): boolean => useQuery(PHONE_QUERY);

/** True where the names of all views do not fit beside each other, also because letters are large. */
export const useFewTabs = (): boolean => useQuery(TABS_QUERY);
