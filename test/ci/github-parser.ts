import { createJiti } from "jiti";

/**
 * GitHub's parser of workflows is made for bundlers: it imports JSON without saying so, which Node
 * refuses and jiti does not.
 */
const jiti = createJiti(import.meta.url);
const parser = await jiti.import<typeof import("@actions/workflow-parser")>(
  "@actions/workflow-parser",
);
const convert = await jiti.import<typeof import("@actions/workflow-parser/model/convert")>(
  "@actions/workflow-parser/model/convert",
);

/**
 * What GitHub says against a workflow.
 *
 * @param called the text of every workflow that it calls
 */
export async function complaints(content: string, called: string): Promise<readonly string[]> {
  const name = "workflow.yml";
  const trace = new parser.NoOperationTraceWriter();
  const { context, value } = parser.parseWorkflow({ name, content }, trace);
  if (value === undefined) return ["expected a workflow, got none"];
  const files = { getFileContent: async () => ({ name, content: called }) };
  const errorPolicy = convert.ErrorPolicy.TryConversion;
  const options = { fetchReusableWorkflowDepth: 1, errorPolicy };
  await parser.convertWorkflowTemplate(context, value, files, options);
  return context.errors.getErrors().map(({ message }) => message);
}
