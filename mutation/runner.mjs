import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { strykerPlugins as vitestPlugins } from "@stryker-mutator/vitest-runner";

const [{ factory }] = vitestPlugins;

/** A test file that could not even be loaded, as the failing test that Stryker's own runner does not see in it: a mutant that keeps it from loading is noticed. */
function failureOf({ filepath, result }) {
  const name = "loads";
  const failureMessage = result.errors?.[0]?.message ?? "it could not be loaded";
  return { id: `${filepath}#${name}`, name, status: TestStatus.Failed, failureMessage, timeSpentMs: 0 };
}

function whole(injector) {
  const runner = factory(injector);
  const run = runner.run.bind(runner);
  runner.run = async (options) => {
    const ended = await run(options);
    const unloaded = runner.ctx.state
      .getFiles()
      .filter(({ result, tasks }) => result?.state === "fail" && tasks.length === 0);
    if (unloaded.length === 0) return ended;
    return { status: DryRunStatus.Complete, tests: [...(ended.tests ?? []), ...unloaded.map(failureOf)] };
  };
  return runner;
}
whole.inject = factory.inject;

/** Stryker's runner for vitest, which also counts files that do not load. */
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "whole", whole)];
