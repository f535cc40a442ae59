// Validates playbooks against the JSON schema that the bot writes for editors.
// Standard input: {"schema": {..}, "playbooks": [..]}; standard output: a list of faults for each playbook.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const Ajv = createRequire(import.meta.url)("ajv/dist/2020");

const { schema, playbooks } = JSON.parse(readFileSync(0, "utf8"));
const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
const faults = playbooks.map((playbook) =>
  validate(playbook) ? [] : validate.errors.map((error) => `${error.instancePath}: ${error.message}`),
);
process.stdout.write(JSON.stringify(faults));
