/** A source of which more would go than the user allows. */
export interface Braked {
  readonly source: string;
  readonly documents: number;
  readonly duplicates: number;
}

/** Of fewer documents a share says little. */
export const BRAKE_DOCUMENTS = 100;

/** Sources that would lose more than `share` of their documents to duplicates, those with the largest loss first. */
export function braked(
  sources: ReadonlyMap<string, { readonly documents: number; readonly duplicates: number }>,
  share: number,
): Braked[] {
  return [...sources]
    .map(([source, counts]) => ({ source, ...counts }))
    .filter(({ documents, duplicates }) => documents >= BRAKE_DOCUMENTS && duplicates > share * documents)
    .sort((a, b) => b.duplicates - a.duplicates || (a.source < b.source ? -1 : 1));
}
