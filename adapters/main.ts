import { checkKnowledge } from "../src/knowledge/check.ts";
const { reading, problems } = checkKnowledge("knowledge");
for (const p of problems) console.log(`${p.file}: ${p.field}: ${p.what}`);
console.log(`${reading.knowledge.facts.length} facts, ${problems.length} problems`);
process.exitCode = problems.length ? 1 : 0;
