import { type Argument, Command, type Option } from "commander";
import { COMMANDS } from "../../src/cli/commands.ts";
import { fitted, helpOf } from "../../src/cli/help.ts";
import { type Html, html } from "../../src/report/html/html.ts";
import { type Context, commands, fileLink, pageLink, tableHtml } from "../context.ts";
import type { Page } from "../page.ts";

const INDEX = "commands/index.html";
const urlFor = (name: string) => `commands/${name}.html`;

/** Options, which must not be broken at their hyphens, and files that have a page. */
const MARKED = /((?<![\w-])--?[a-z][\w-]*|docs\/[\w/-]+\.md)/;

const marked = (context: Context, page: string, text: string): Html[] =>
  text.split(MARKED).map((part, k) => {
    if (k % 2 === 0) return html`${part}`;
    return part.startsWith("-") ? html`<code class="option">${part}</code>` : fileLink(context, page, part, part);
  });

/** Lines of one kind together: prose, and what is indented. Empty lines part them. */
function runsOf(text: string): string[] {
  const runs: string[] = [""];
  for (const line of text.trim().split("\n")) {
    const last = runs.at(-1) as string;
    if (line === "" || last === "" || last.startsWith(" ") !== line.startsWith(" ")) runs.push(line);
    else runs[runs.length - 1] = `${last}\n${line}`;
  }
  return runs.filter((run) => run !== "");
}

const blocks = (context: Context, page: string, text: string): Html[] =>
  runsOf(text).map((run) =>
    run.startsWith(" ") ? html`<pre tabindex="0">${fitted(run)}</pre>\n` : html`<p>${marked(context, page, run)}</p>\n`,
  );

const optionRow = ({ flags, description, defaultValue }: Option) => [
  html`<code>${flags}</code>`,
  description,
  defaultValue === undefined || defaultValue === false ? "" : String(defaultValue),
];

const argumentRow = (argument: Argument) => [
  html`<code>${argument.required ? `<${argument.name()}>` : `[${argument.name()}]`}</code>`,
  argument.description,
];

function body(context: Context, page: string, command: Command): Html {
  const help = helpOf(command);
  if (help === undefined) throw new Error(`the command ${command.name()} has no help; give it one with withHelp`);
  const { about, exits, examples } = help;
  const { registeredArguments: given, options } = command;
  return html`<h1>adamcheck ${command.name()}</h1>
<p class="lead">${command.description()}</p>
${commands([`adamcheck ${command.name()} ${command.usage()}`])}
<h2 id="examples">${examples.length === 1 ? "Example" : "Examples"}</h2>
${commands(examples)}
<h2 id="about">What it does</h2>
${blocks(context, page, about)}
${given.length === 0 ? "" : html`<h2 id="arguments">Arguments</h2>\n${tableHtml("Arguments", { head: ["argument", "what"], rows: given.map(argumentRow) })}`}
<h2 id="options">Options</h2>
${tableHtml("Options", { head: ["option", "what", "default"], rows: options.map(optionRow) })}
<h2 id="exit-codes">Exit codes</h2>
<p>${exits}.</p>`;
}

function index(): Page {
  const rows = COMMANDS.map(({ name, summary }) => [pageLink(INDEX, urlFor(name), name), summary]);
  return {
    url: INDEX,
    title: "Commands",
    about: "Every command of adamcheck.",
    section: "commands",
    listed: "All commands",
    body: html`<h1>Commands</h1>
<p>Where the package is installed, <code>npx adamcheck NAME</code>; in a checkout, <code>npm run -s adamcheck -- NAME</code>. Every one has <code>--help</code>, which says what its page
here says, and an example that works as it stands from the folder of the package. <code>--quiet</code> leaves nothing on standard error but what has gone wrong.</p>
${tableHtml("Commands", { head: ["command", "what it does"], rows })}`,
  };
}

/** The reference of the commands, made from what the commands say of themselves. */
export async function commandPages(context: Context): Promise<Page[]> {
  const pages = await Promise.all(
    COMMANDS.map(async ({ name, summary, load }): Promise<Page> => {
      const command = new Command(name).description(summary);
      (await load())(command);
      return {
        url: urlFor(name),
        title: `adamcheck ${name}`,
        about: summary,
        section: "commands",
        listed: name,
        searched: "whole",
        body: body(context, urlFor(name), command),
      };
    }),
  );
  return [index(), ...pages];
}
