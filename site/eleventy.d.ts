/** What of Eleventy is used here; it comes without types. */
declare module "@11ty/eleventy" {
  interface Config {
    addPassthroughCopy(copied: Readonly<Record<string, string>>): void;
    setTemplateFormats(formats: readonly string[]): void;
    addTemplate(path: string, content: () => string, data: { permalink: string }): void;
  }

  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: { quietMode: boolean; configPath: false; config: (config: Config) => void },
    );
    init(): Promise<void>;
    write(): Promise<void>;
  }
}
