"""The condition language of the playbook: anchors, operators, compiled conditions."""
