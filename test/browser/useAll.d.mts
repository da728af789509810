export function useAll(adamcheck: object): Promise<Readonly<Record<string, string>>>;
