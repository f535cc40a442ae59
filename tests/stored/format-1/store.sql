PRAGMA user_version = 1;
CREATE TABLE engagements (
    partition TEXT NOT NULL, key TEXT NOT NULL, columns TEXT NOT NULL, etag TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE channels (
    partition TEXT NOT NULL, key TEXT NOT NULL, columns TEXT NOT NULL, etag TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE portfolio (
    partition TEXT NOT NULL, key TEXT NOT NULL, columns TEXT NOT NULL, etag TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE pending (
    partition TEXT NOT NULL, key TEXT NOT NULL, columns TEXT NOT NULL, etag TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE due (
    partition TEXT NOT NULL, key TEXT NOT NULL, columns TEXT NOT NULL, etag TEXT NOT NULL,
    UNIQUE (partition, key)
);
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'action~DC', '0000000000000001',
  '{"title":"Settle the changed key facts again","owner_tenant":"fabrikam-tenant","owner_id":"id-ben","owner_name":"Ben",' ||
  '"due":"2026-12-14","status":"open","reason":"","question":"DC","service":"","at":["2026-12-07T09:00:00+00:00"]}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000001~0', '0000000000000002',
  '{"what":"start","by":"fabrikam-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000002~0', '0000000000000003',
  '{"what":"setup","by":"fabrikam-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000003~0', '0000000000000004',
  '{"what":"take_part","by":"fabrikam-tenant/id-ben","by_name":"Ben","ask":"","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000004~0', '0000000000000005',
  '{"what":"take_part","by":"fabrikam-tenant/id-cleo","by_name":"Cleo","ask":"","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000005~1', '0000000000000006',
  '{"what":"answer","by":"fabrikam-tenant/id-ben","by_name":"Ben","ask":"DC","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000006~1', '0000000000000007',
  '{"what":"answer","by":"fabrikam-tenant/id-cleo","by_name":"Cleo","ask":"DC","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'sent~workshop', '0000000000000008',
  '{"conversation":"19:workshop@thread.tacv2;messageid=1700000000000","activity":"m7"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'state', '0000000000000009',
  '{"customer":"Contoso AG","status":"running","language":"en","country":"GB","fm":"Anna","revision":6,"started":["2026-12-07T09:00:00+00:00"],' ||
  '"updated":["2026-12-07T09:00:00+00:00"],"doc0":"{\"id\":\"2030cd500718a133f657~6de527295dc0ff70d658~0001\",' ||
  '\"tenant\":\"fabrikam-tenant\",\"channel\":\"19:workshop@thread.tacv2\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv2\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000000\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"fabrikam-tenant/id-anna\",\"started\":\"2026-12-07T09:00:00Z\",' ||
  '\"updated\":\"2026-12-07T09:00:00Z\",\"status\":\"running\",\"revision\":6,\"setup\":{\"customer\":\"Contoso AG\",' ||
  '\"language\":\"en\",\"country\":\"GB\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-12-14\"}' ||
  ',\"people\":{\"fabrikam-tenant/id-anna\":{\"name\":\"Anna\",\"joined\":\"2026-12-07T09:00:00Z\"},\"fabrikam-tenant/id-ben\":{\"name\":\"Ben\",' ||
  '\"roles\":[\"project_lead\"],\"joined\":\"2026-12-07T09:00:00Z\"},\"fabrikam-tenant/id-cleo\":{\"name\":\"Cleo\",' ||
  '\"roles\":[\"it\"],\"joined\":\"2026-12-07T09:00:00Z\"}},\"voices\":{\"DC\":[{\"by\":\"fabrikam-tenant/id-ben\",' ||
  '\"at\":\"2026-12-07T09:00:00Z\",\"kind\":\"answer\",\"revision\":5,\"fields\":{\"still_right\":\"right\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"},{\"by\":\"fabrikam-tenant/id-cleo\",\"at\":\"2026-12-07T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":6,\"fields\":{\"still_right\":\"change\",\"what_changed\":\"The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the\"}' ||
  ',\"playbook_version\":\"1\",\"cut\":{\"what_changed\":\"2c6cbed451e1693c95b2\"}}]},\"shared_stale\":true,' ||
  '\"last_answer\":{\"fabrikam-tenant/id-ben\":\"2026-12-07T09:00:00Z\",\"fabrikam-tenant/id-cleo\":\"2026-12-07T09:00:00Z\"}' ||
  ',\"talks\":{\"fabrikam-tenant/id-ben\":{\"room\":\"stakeholders\",\"question\":\"ST1\"},\"fabrikam-tenant/id-cleo\":{\"room\":\"training\",' ||
  '\"question\":\"TR4\"}},\"seen\":[\"a46\",\"a48\",\"a50\",\"a52\",\"a53\",\"a57\"]}"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'voice~DC~-~61d502e665ba313d91dc', '000000000000000a',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"at_risk","value":"{\"still_right\": \"change\",' ||
  ' \"what_changed\": \"The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.The launch is on the first of March.\"}' ||
  '","reason":"","handed_to":"","confirmed":false,"by_tenant":"fabrikam-tenant","by_id":"id-cleo","by_name":"Cleo",' ||
  '"at":["2026-12-07T09:00:00+00:00"],"revision":6,"playbook_version":"1"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658~0001', 'voice~DC~-~930af0cd9be70d193ef1', '000000000000000b',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"still_right\": \"right\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"fabrikam-tenant","by_id":"id-ben","by_name":"Ben",' ||
  '"at":["2026-12-07T09:00:00+00:00"],"revision":5,"playbook_version":"1"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'action~ST1', '000000000000000c',
  '{"title":"Unterstützung aus der Geschäftsleitung gewinnen und Zusage einholen","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-ben","owner_name":"Ben","due":"2027-01-20","status":"stuck","reason":"Der Vorstand tagt erst im Januar.",' ||
  '"question":"ST1","service":"","at":["2026-11-23T09:00:00+00:00"]}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'action~ST2', '000000000000000d',
  '{"title":"Die fehlenden Rollen namentlich besetzen","owner_tenant":"contoso-tenant","owner_id":"id-anna",' ||
  '"owner_name":"Anna","due":"2026-12-04","status":"open","reason":"","question":"ST2","service":"","at":["2026-12-07T09:00:00+00:00"]}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'action~ST6', '000000000000000e',
  '{"title":"Betriebsrat und Datenschutz einbinden, Nutzungsberichte ansprechen","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-ben","owner_name":"Ben","due":"2026-12-08","status":"open","reason":"","question":"ST6",' ||
  '"service":"","at":["2026-12-07T09:00:00+00:00"]}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'action~own-1', '000000000000000f',
  '{"title":"Book a training room","owner_tenant":"contoso-tenant","owner_id":"id-ben","owner_name":"Ben",' ||
  '"due":"2026-11-27","status":"done","reason":"","question":"","service":"","at":["2026-11-23T09:00:00+00:00"]}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000001~0', '0000000000000010',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000002~0', '0000000000000011',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000003~0', '0000000000000012',
  '{"what":"take_part","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000004~1', '0000000000000013',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"DC","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000005~1', '0000000000000014',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST1","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000006~1', '0000000000000015',
  '{"what":"planned","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST2","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000007~1', '0000000000000016',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST6","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000008~0', '0000000000000017',
  '{"what":"item_add","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"own-1","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000009~0', '0000000000000018',
  '{"what":"item_done","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"own-1","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":"{\"title\":\"Book a training room\",\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",' ||
  '\"name\":\"Ben\"},\"due\":\"2026-11-27\",\"by\":\"contoso-tenant/id-carl\",\"at\":\"2026-11-23T09:00:00Z\"}' ||
  '"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000010~0', '0000000000000019',
  '{"what":"item_stuck","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST1","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261123T090000.000000~000011~0', '000000000000001a',
  '{"what":"item_date","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST1","at":["2026-11-23T09:00:00+00:00"],' ||
  '"before":"{\"status\":\"stuck\",\"reason\":\"Der Vorstand tagt erst im Januar.\",\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\"}"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000012~0', '000000000000001b',
  '{"what":"item_owner","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"ST2","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'log~20261207T090000.000000~000013~0', '000000000000001c',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-12-07T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'sent~result~stakeholders', '000000000000001d',
  '{"conversation":"19:workshop@thread.tacv2;messageid=1700000000000","activity":"m3"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'sent~workshop', '000000000000001e',
  '{"conversation":"19:workshop@thread.tacv2;messageid=1700000000000","activity":"m1"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'state', '000000000000001f',
  '{"customer":"Contoso AG","status":"running","language":"de","country":"DE","fm":"Anna","revision":13,' ||
  '"started":["2026-11-23T09:00:00+00:00"],"updated":["2026-12-07T09:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv2\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv2\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000000\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-23T09:00:00Z\",' ||
  '\"updated\":\"2026-12-07T09:00:00Z\",\"status\":\"running\",\"revision\":13,\"setup\":{\"customer\":\"Contoso AG\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-01-11\",\"launch\":\"2027-02-01\",\"answer_by\":\"2026-11-30\"}' ||
  ',\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",\"joined\":\"2026-11-23T09:00:00Z\"},\"contoso-tenant/id-ben\":{\"name\":\"Ben\",' ||
  '\"roles\":[\"project_lead\"],\"joined\":\"2026-11-23T09:00:00Z\"},\"contoso-tenant/id-carl\":{\"name\":\"Carl\",' ||
  '\"joined\":\"2026-11-23T09:00:00Z\"}},\"voices\":{\"DC\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-23T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":4,\"fields\":{\"still_right\":\"right\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"ST1\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"answer\",\"revision\":5,' ||
  '\"fields\":{\"commitment\":\"open\"},\"reason\":\"decision_open\",\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"ST2\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"planned\",\"revision\":6,' ||
  '\"fields\":{\"planned_by\":{\"name\":\"Tom Berger\"},\"planned_on\":\"2026-12-04\"},\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"ST6\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-23T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":7,\"fields\":{\"works_council\":\"not_started\",\"data_protection\":\"agreed\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}]},\"plan\":{\"own-1\":{\"status\":\"done\",\"title\":\"Book a training room\",' ||
  '\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",\"name\":\"Ben\"},\"due\":\"2026-11-27\",\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\"},\"ST1\":{\"status\":\"stuck\",\"reason\":\"Der Vorstand tagt erst im Januar.\",' ||
  '\"due\":\"2027-01-20\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-23T09:00:00Z\"},\"ST2\":{\"owner\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-anna\",\"name\":\"Anna\"},\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-12-07T09:00:00Z\"}' ||
  '},\"launch_moved\":\"2026-12-07\",\"closed_factors\":[\"stakeholders\"],\"seen\":[\"a1\",\"a3\",\"a5\",' ||
  '\"a7\",\"a8\",\"a10\",\"a11\",\"a12\",\"a19\",\"a22\",\"a26\",\"a30\",\"a34\",\"a44\"]}"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'voice~DC~-~3312c2b7231f1af2222d', '0000000000000020',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"still_right\": \"right\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben",' ||
  '"at":["2026-11-23T09:00:00+00:00"],"revision":4,"playbook_version":"1"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'voice~ST1~-~3312c2b7231f1af2222d', '0000000000000021',
  '{"question":"ST1","factor":"stakeholders","service":"","kind":"answer","verdict":"gap","value":"{\"commitment\": \"open\"}' ||
  '","reason":"decision_open","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ben",' ||
  '"by_name":"Ben","at":["2026-11-23T09:00:00+00:00"],"revision":5,"playbook_version":"1"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'voice~ST2~-~3312c2b7231f1af2222d', '0000000000000022',
  '{"question":"ST2","factor":"stakeholders","service":"","kind":"planned","verdict":"on_course","value":"{\"planned_by\": {\"name\": \"Tom Berger\"}' ||
  ', \"planned_on\": \"2026-12-04\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-ben","by_name":"Ben","at":["2026-11-23T09:00:00+00:00"],"revision":6,"playbook_version":"1"}');
INSERT INTO engagements (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', 'voice~ST6~-~3312c2b7231f1af2222d', '0000000000000023',
  '{"question":"ST6","factor":"stakeholders","service":"","kind":"answer","verdict":"gap","value":"{\"works_council\": \"not_started\",' ||
  ' \"data_protection\": \"agreed\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-ben","by_name":"Ben","at":["2026-11-23T09:00:00+00:00"],"revision":7,"playbook_version":"1"}');
INSERT INTO channels (partition, key, etag, columns) VALUES ('2030cd500718a133f657~6de527295dc0ff70d658', 'current', '0000000000000001',
  '{"number":1,"channel":"19:workshop@thread.tacv2"}');
INSERT INTO channels (partition, key, etag, columns) VALUES ('f6754e56acd3fee56ce9~6de527295dc0ff70d658', 'current', '0000000000000002',
  '{"number":1,"channel":"19:workshop@thread.tacv2"}');
INSERT INTO portfolio (partition, key, etag, columns) VALUES ('57ad31153ecca41befbf', '2030cd500718a133f657~6de527295dc0ff70d658~0001', '0000000000000001',
  '{"customer":"Contoso AG","started":"2026-12-07T09:00:00Z","open":true}');
INSERT INTO portfolio (partition, key, etag, columns) VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~6de527295dc0ff70d658~0001', '0000000000000002',
  '{"customer":"Contoso AG","started":"2026-11-23T09:00:00Z","open":true}');
