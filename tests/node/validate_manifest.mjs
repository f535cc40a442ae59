// Validates a Teams manifest and its localization files against the schemas that Microsoft publishes.
// Standard input: {"manifest": {..}, "localizations": {"<file>": {..}}}; standard output: ["<file><where>: <fault>"].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const { manifest, localizations } = JSON.parse(readFileSync(0, "utf8"));

function validator(schema) {
  // The localization schema holds patterns that unicode regular expressions refuse.
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/${schema}`;
  return ajv.compile(require(path));
}

const faults = [];
function look(validate, name, content) {
  if (!validate(content)) {
    faults.push(...validate.errors.map((error) => `${name}${error.instancePath}: ${error.message}`));
  }
}

look(validator("MicrosoftTeams.schema.json"), "manifest.json", manifest);
const validate = validator("MicrosoftTeams.Localization.schema.json");
for (const [name, content] of Object.entries(localizations)) {
  look(validate, name, content);
}
process.stdout.write(JSON.stringify(faults));
