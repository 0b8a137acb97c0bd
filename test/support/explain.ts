import type { Query } from "mongoose";

interface Stage {
  stage: string;
  inputStage?: Stage;
  inputStages?: Stage[];
}

/** Names of all stages of the plan that the database chooses for a query. */
export async function stagesOf(query: unknown): Promise<string[]> {
  const explained = (await (query as Query<unknown, unknown>).explain("queryPlanner")) as {
    queryPlanner: { winningPlan: Stage };
  };
  const stages: string[] = [];
  const walk = (plan: Stage): void => {
    stages.push(plan.stage);
    [plan.inputStage, ...(plan.inputStages ?? [])].forEach((inner) => inner && walk(inner));
  };
  walk(explained.queryPlanner.winningPlan);
  return stages;
}
