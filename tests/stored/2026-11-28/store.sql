PRAGMA user_version = 2;
CREATE TABLE engagements (
    partition TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, columns TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE channels (
    partition TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, columns TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE portfolio (
    partition TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, columns TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE pending (
    partition TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, columns TEXT NOT NULL,
    UNIQUE (partition, key)
);
CREATE TABLE due (
    partition TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, columns TEXT NOT NULL,
    UNIQUE (partition, key)
);
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'checkin~1', '0000000000000001',
  '{"cadence":"weekly","weekday":"monday","hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31","status":"on",' ||
  '"next_due":["2026-11-30T09:00:00+00:00"],"paused_until":"","at":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000001~0', '0000000000000002',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000002~0', '0000000000000003',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000003~0', '0000000000000004',
  '{"what":"take_part","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000004~0', '0000000000000005',
  '{"what":"take_part","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000005~0', '0000000000000006',
  '{"what":"take_part","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000006~0', '0000000000000007',
  '{"what":"except","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000007~1', '0000000000000008',
  '{"what":"answer","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"AW1","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000008~0', '0000000000000009',
  '{"what":"live_start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000009~1', '000000000000000a',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"D1","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000010~0', '000000000000000b',
  '{"what":"live_next","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000011~0', '000000000000000c',
  '{"what":"check_in_set","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000012~1', '000000000000000d',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"OD1","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000013~1', '000000000000000e',
  '{"what":"answer","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"EX1","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000014~1', '000000000000000f',
  '{"what":"handed","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST2","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000015~0', '0000000000000010',
  '{"what":"move","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'log~20261126T100000.000000~000016~0', '0000000000000011',
  '{"what":"issue_minutes","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'sent~live~D1', '0000000000000012',
  '{"conversation":"19:workshop@thread.tacv23;messageid=1700000000003","activity":"m57"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'sent~workshop', '0000000000000013',
  '{"conversation":"19:workshop@thread.tacv23;messageid=1700000000003","activity":"m56"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'state', '0000000000000014',
  '{"customer":"Northwind GmbH","status":"running","language":"de","country":"DE","fm":"Anna","revision":16,' ||
  '"started":["2026-11-26T10:00:00+00:00"],"updated":["2026-11-26T10:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv23\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv23\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000003\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-26T10:00:00Z\",' ||
  '\"updated\":\"2026-11-26T10:00:00Z\",\"status\":\"running\",\"revision\":16,\"setup\":{\"customer\":\"Northwind GmbH\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"state\":\"BY\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"outlook_mobile\",' ||
  '\"entra\",\"onedrive\",\"sharepoint\",\"teams\"],\"services\":[\"outlook_mobile\",\"onedrive\",\"teams\"],' ||
  '\"in_use\":[\"teams\"],\"extended_service\":false,\"extended_reason\":\"Drei Standorte, ein neuer Vorstand\",' ||
  '\"licences\":400,\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"depth\":\"full\",\"pace\":\"live\",' ||
  '\"answer_by\":\"2026-12-01\"},\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",\"joined\":\"2026-11-26T10:00:00Z\",' ||
  '\"client\":\"de\"},\"contoso-tenant/id-ben\":{\"name\":\"Ben\",\"roles\":[\"project_lead\"],\"joined\":\"2026-11-26T10:00:00Z\",' ||
  '\"client\":\"de\"},\"contoso-tenant/id-carl\":{\"name\":\"Carl\",\"roles\":[\"it\"],\"joined\":\"2026-11-26T10:00:00Z\",' ||
  '\"client\":\"en\"},\"contoso-tenant/id-dora\":{\"name\":\"Dora\",\"roles\":[\"communication\"],\"joined\":\"2026-11-26T10:00:00Z\",' ||
  '\"client\":\"de\"}},\"voices\":{\"AW1\":[{\"by\":\"contoso-tenant/id-dora\",\"at\":\"2026-11-26T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":7,\"fields\":{\"plan\":\"yes\",\"owner\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-dora\",\"name\":\"Dora\"},\"after_launch\":\"yes\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"D1\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-26T10:00:00Z\",\"kind\":\"answer\",\"revision\":9,' ||
  '\"fields\":{\"status\":\"new\",\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\"},\"playbook_version\":\"1\"}' ||
  '],\"OD1\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-26T10:00:00Z\",\"kind\":\"answer\",\"revision\":12,' ||
  '\"fields\":{\"join\":\"join\",\"introduction\":\"2026-12-10\",\"workshop_day\":\"2026-12-17\"},\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"EX1\":[{\"by\":\"contoso-tenant/id-carl\",\"at\":\"2026-11-26T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":13,\"fields\":{\"where\":\"cloud\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"ST2\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-26T10:00:00Z\",\"kind\":\"handed\",\"revision\":14,' ||
  '\"fields\":{\"handed_to\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-carl\",\"name\":\"Carl\"}},\"handed_to\":\"contoso-tenant/id-carl\",' ||
  '\"confirmed\":true,\"playbook_version\":\"1\"}]},\"excepted\":{\"AW1\":[\"teams\"]},\"check_in\":{\"cadence\":{\"rhythm\":\"weekly\",' ||
  '\"weekday\":0,\"hour\":10,\"time_zone\":\"Europe/Berlin\",\"until\":\"2027-03-31\"},\"first\":\"2026-11-26\",' ||
  '\"next_due\":\"2026-11-30T09:00:00Z\"},\"urgent\":\"2026-12-01\",\"minutes\":{\"version\":1,\"by\":\"contoso-tenant/id-anna\",' ||
  '\"at\":\"2026-11-26T10:00:00Z\",\"content\":\"089c2eccf019f3a3f270\"},\"offered\":[\"entra\",\"sharepoint\"],' ||
  '\"due\":{\"checkin\":\"2026-11-30T09:00:00Z\",\"answer_by\":\"2026-11-30T09:00:00Z\"},\"live\":{\"ask\":\"D2\",' ||
  '\"opened\":\"2026-11-26T10:00:00Z\"},\"last_answer\":{\"contoso-tenant/id-dora\":\"2026-11-26T10:00:00Z\",' ||
  '\"contoso-tenant/id-carl\":\"2026-11-26T10:00:00Z\"},\"talks\":{\"contoso-tenant/id-dora\":{\"room\":\"awareness\",' ||
  '\"question\":\"AW1\",\"service\":\"teams\"},\"contoso-tenant/id-carl\":{\"room\":\"stakeholders\",\"question\":\"ST5\"}' ||
  '},\"seen\":[\"a379\",\"a381\",\"a383\",\"a385\",\"a387\",\"a388\",\"a392\",\"a393\",\"a396\",\"a398\",' ||
  '\"a399\",\"a401\",\"a403\",\"a406\",\"a409\",\"a410\",\"a414\",\"a415\",\"a419\",\"a423\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'task~2536', '0000000000000015',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'task~3278', '0000000000000016',
  '{"name":"Outlook Mobile – Präsentation (ExO Anlage und EMS-Datenschutz-Anlage)","required":true,"service":"outlook_mobile",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'task~3718', '0000000000000017',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'voice~AW1~-~881d2b3439934b309166', '0000000000000018',
  '{"question":"AW1","factor":"awareness","service":"","kind":"answer","verdict":"ready","value":"{\"plan\": \"yes\",' ||
  ' \"owner\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-dora\", \"name\": \"Dora\"}, \"after_launch\": \"yes\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-dora","by_name":"Dora",' ||
  '"at":["2026-11-26T10:00:00+00:00"],"revision":7,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'voice~D1~-~3312c2b7231f1af2222d', '0000000000000019',
  '{"question":"D1","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"status\": \"new\",' ||
  ' \"pilot\": \"2027-02-01\", \"launch\": \"2027-03-15\"}","reason":"","handed_to":"","confirmed":false,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben","at":["2026-11-26T10:00:00+00:00"],"revision":9,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'voice~EX1~-~1b937a3084ed7ab5f144', '000000000000001a',
  '{"question":"EX1","factor":"scenarios","service":"","kind":"answer","verdict":"ready","value":"{\"where\": \"cloud\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-carl","by_name":"Carl",' ||
  '"at":["2026-11-26T10:00:00+00:00"],"revision":13,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'voice~OD1~-~3312c2b7231f1af2222d', '000000000000001b',
  '{"question":"OD1","factor":"awareness","service":"","kind":"answer","verdict":"ready","value":"{\"join\": \"join\",' ||
  ' \"introduction\": \"2026-12-10\", \"workshop_day\": \"2026-12-17\"}","reason":"","handed_to":"","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben","at":["2026-11-26T10:00:00+00:00"],"revision":12,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', 'voice~ST2~-~3312c2b7231f1af2222d', '000000000000001c',
  '{"question":"ST2","factor":"stakeholders","service":"","kind":"handed","verdict":"unknown","value":"{\"handed_to\": {\"tenant\": \"contoso-tenant\",' ||
  ' \"id\": \"id-carl\", \"name\": \"Carl\"}}","reason":"","handed_to":"contoso-tenant/id-carl","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben","at":["2026-11-26T10:00:00+00:00"],"revision":14,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'checkin~1', '000000000000001d',
  '{"cadence":"weekly","weekday":"monday","hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31","status":"paused",' ||
  '"paused_until":"","at":["2026-10-09T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'log~20261009T090000.000000~000001~0', '000000000000001e',
  '{"what":"start","by":"contoso-tenant/id-frank","by_name":"Frank","ask":"","at":["2026-10-09T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'log~20261009T090000.000000~000002~0', '000000000000001f',
  '{"what":"setup","by":"contoso-tenant/id-frank","by_name":"Frank","ask":"","at":["2026-10-09T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'log~20261009T090000.000000~000003~0', '0000000000000020',
  '{"what":"check_in_set","by":"contoso-tenant/id-frank","by_name":"Frank","ask":"","at":["2026-10-09T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'sent~workshop', '0000000000000021',
  '{"conversation":"19:workshop@thread.tacv26;messageid=1700000000006","activity":"m7"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'state', '0000000000000022',
  '{"customer":"Litware Ltd","status":"running","language":"en","country":"GB","fm":"Frank","revision":3,' ||
  '"started":["2026-10-09T09:00:00+00:00"],"updated":["2026-10-09T09:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~0d635f23d3760957924f~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv26\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv26\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000006\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-frank\",\"started\":\"2026-10-09T09:00:00Z\",' ||
  '\"updated\":\"2026-10-09T09:00:00Z\",\"status\":\"running\",\"revision\":3,\"setup\":{\"customer\":\"Litware Ltd\",' ||
  '\"language\":\"en\",\"country\":\"GB\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-10-16\"}' ||
  ',\"people\":{\"contoso-tenant/id-frank\":{\"name\":\"Frank\",\"joined\":\"2026-10-09T09:00:00Z\",\"client\":\"en\"}' ||
  '},\"check_in\":{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":0,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-10-09\",\"status\":\"paused\"},\"urgent\":\"2026-10-16\",\"due\":{\"lost\":\"2026-10-12T08:05:00Z\"}' ||
  ',\"seen\":[\"a6\",\"a8\",\"a10\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'task~2536', '0000000000000023',
  '{"name":"Conduct success workshop","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-10-09T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', 'task~3718', '0000000000000024',
  '{"name":"OneDrive – OneDrive business value deck","required":true,"service":"onedrive","own":false,"done":false,' ||
  '"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-10-09T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'action~SZ1', '0000000000000025',
  '{"title":"Die wichtigsten Alltagsprobleme mit den betroffenen Bereichen festhalten","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-jan","owner_name":"Jan","due":"2026-12-03","status":"open","reason":"","question":"SZ1",' ||
  '"service":"","at":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'checkin~1', '0000000000000026',
  '{"cadence":"fortnightly","weekday":"tuesday","hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31",' ||
  '"status":"paused","next_due":["2027-01-12T09:00:00+00:00"],"paused_until":"2027-01-11","at":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000001~0', '0000000000000027',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000002~0', '0000000000000028',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000003~0', '0000000000000029',
  '{"what":"take_part","by":"contoso-tenant/id-ines","by_name":"Ines","ask":"","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000004~0', '000000000000002a',
  '{"what":"take_part","by":"contoso-tenant/id-jan","by_name":"Jan","ask":"","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000005~1', '000000000000002b',
  '{"what":"answer","by":"contoso-tenant/id-jan","by_name":"Jan","ask":"DC","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000006~1', '000000000000002c',
  '{"what":"answer","by":"contoso-tenant/id-jan","by_name":"Jan","ask":"SZ1","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000007~1', '000000000000002d',
  '{"what":"answer","by":"contoso-tenant/id-ines","by_name":"Ines","ask":"SZ1","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000008~0', '000000000000002e',
  '{"what":"check_in_set","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000009~0', '000000000000002f',
  '{"what":"check_in_pause","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":"{\"cadence\":{\"rhythm\":\"fortnightly\",\"weekday\":1,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-11-26\",\"next_due\":\"2026-12-01T09:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'log~20261126T130000.000000~000010~1', '0000000000000030',
  '{"what":"answer","by":"contoso-tenant/id-jan","by_name":"Jan","ask":"SZ1","at":["2026-11-26T13:00:00+00:00"],' ||
  '"before":"{\"by\":\"contoso-tenant/id-jan\",\"at\":\"2026-11-26T13:00:00Z\",\"kind\":\"answer\",\"revision\":6,' ||
  '\"fields\":{\"scenarios\":[\"projects\"]},\"confirmed\":true,\"playbook_version\":\"1\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'sent~workshop', '0000000000000031',
  '{"conversation":"19:workshop@thread.tacv22;messageid=1700000000002","activity":"m68"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'state', '0000000000000032',
  '{"customer":"Alpine Ski House","status":"running","language":"de","country":"AT","fm":"Anna","revision":10,' ||
  '"started":["2026-11-26T13:00:00+00:00"],"updated":["2026-11-26T13:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv22\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv22\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000002\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-26T13:00:00Z\",' ||
  '\"updated\":\"2026-11-26T13:00:00Z\",\"status\":\"running\",\"revision\":10,\"setup\":{\"customer\":\"Alpine Ski House\",' ||
  '\"language\":\"de\",\"country\":\"AT\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-12-03\"}' ||
  ',\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",\"joined\":\"2026-11-26T13:00:00Z\",\"client\":\"de\"}' ||
  ',\"contoso-tenant/id-ines\":{\"name\":\"Ines\",\"roles\":[\"department\"],\"joined\":\"2026-11-26T13:00:00Z\",' ||
  '\"client\":\"en\"},\"contoso-tenant/id-jan\":{\"name\":\"Jan\",\"roles\":[\"project_lead\"],\"joined\":\"2026-11-26T13:00:00Z\",' ||
  '\"client\":\"de\"}},\"voices\":{\"DC\":[{\"by\":\"contoso-tenant/id-jan\",\"at\":\"2026-11-26T13:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":5,\"fields\":{\"still_right\":\"right\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"SZ1\":[{\"by\":\"contoso-tenant/id-jan\",\"at\":\"2026-11-26T13:00:00Z\",\"kind\":\"answer\",\"revision\":10,' ||
  '\"fields\":{\"scenarios\":[\"files\",\"projects\"]},\"confirmed\":true,\"playbook_version\":\"1\"},{\"by\":\"contoso-tenant/id-ines\",' ||
  '\"at\":\"2026-11-26T13:00:00Z\",\"kind\":\"answer\",\"revision\":7,\"fields\":{\"scenarios\":[\"files\"]}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}]},\"check_in\":{\"cadence\":{\"rhythm\":\"fortnightly\",' ||
  '\"weekday\":1,\"hour\":10,\"time_zone\":\"Europe/Berlin\",\"until\":\"2027-03-31\"},\"first\":\"2026-11-26\",' ||
  '\"status\":\"paused\",\"next_due\":\"2027-01-12T09:00:00Z\",\"paused_until\":\"2027-01-11\"},\"urgent\":\"2026-12-03\",' ||
  '\"due\":{\"checkin\":\"2027-01-12T09:00:00Z\",\"answer_by\":\"2026-12-02T09:00:00Z\",\"owner~54beee47630d01543971\":\"2026-12-02T09:00:00Z\"}' ||
  ',\"shared_stale\":true,\"last_answer\":{\"contoso-tenant/id-jan\":\"2026-11-26T13:00:00Z\"},\"talks\":{\"contoso-tenant/id-jan\":{\"room\":\"stakeholders\",' ||
  '\"question\":\"ST1\"}},\"seen\":[\"a455\",\"a457\",\"a459\",\"a461\",\"a462\",\"a465\",\"a466\",\"a469\",' ||
  '\"a472\",\"a473\",\"a477\",\"a480\",\"a484\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'task~2536', '0000000000000033',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'task~3718', '0000000000000034',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'voice~DC~-~54beee47630d01543971', '0000000000000035',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"still_right\": \"right\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-jan","by_name":"Jan",' ||
  '"at":["2026-11-26T13:00:00+00:00"],"revision":5,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'voice~SZ1~-~0b8178a81bc71ce45737', '0000000000000036',
  '{"question":"SZ1","factor":"scenarios","service":"","kind":"answer","verdict":"at_risk","value":"{\"scenarios\": [\"files\"]}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ines","by_name":"Ines",' ||
  '"at":["2026-11-26T13:00:00+00:00"],"revision":7,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', 'voice~SZ1~-~54beee47630d01543971', '0000000000000037',
  '{"question":"SZ1","factor":"scenarios","service":"","kind":"answer","verdict":"at_risk","value":"{\"scenarios\": [\"files\",' ||
  ' \"projects\"]}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-jan",' ||
  '"by_name":"Jan","at":["2026-11-26T13:00:00+00:00"],"revision":10,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~AW1', '0000000000000038',
  '{"title":"Kommunikationsplan mit Verantwortlichen und Terminen bis vier Wochen nach dem Start erstellen",' ||
  '"owner_tenant":"contoso-tenant","owner_id":"id-dora","owner_name":"Dora","due":"2026-11-09","status":"done",' ||
  '"reason":"","question":"AW1","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~AW1~teams', '0000000000000039',
  '{"title":"Kommunikationsplan mit Verantwortlichen und Terminen bis vier Wochen nach dem Start erstellen (Microsoft Teams)",' ||
  '"owner_tenant":"contoso-tenant","owner_id":"id-dora","owner_name":"Dora","due":"2026-11-09","status":"open",' ||
  '"reason":"","question":"AW1","service":"teams","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~AW3', '000000000000003a',
  '{"title":"Mindestens drei Kanäle festlegen, darunter einen für Mitarbeitende ohne PC, wo es sie gibt",' ||
  '"owner_tenant":"contoso-tenant","owner_id":"id-dora","owner_name":"Dora","due":"2026-11-09","status":"open",' ||
  '"reason":"","question":"AW3","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~D2', '000000000000003b',
  '{"title":"Für jeden lizenzierten Dienst entscheiden: jetzt, später oder nicht","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-anna","owner_name":"Anna","due":"2026-11-02","status":"open","reason":"","question":"D2",' ||
  '"service":"","at":["2026-10-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~OD1', '000000000000003c',
  '{"title":"Über das OneDrive-Programm entscheiden und die beiden Termine vereinbaren","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-ben","owner_name":"Ben","due":"2026-11-09","status":"open","reason":"","question":"OD1",' ||
  '"service":"","at":["2026-10-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~ST1', '000000000000003d',
  '{"title":"Unterstützung aus der Geschäftsleitung gewinnen und Zusage einholen","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-ben","owner_name":"Ben","due":"2026-11-09","status":"stuck","reason":"Der Vorstand tagt erst im Januar.",' ||
  '"question":"ST1","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~ST2', '000000000000003e',
  '{"title":"Die fehlenden Rollen namentlich besetzen","owner_tenant":"contoso-tenant","owner_id":"id-anna",' ||
  '"owner_name":"Anna","due":"2026-12-04","status":"open","reason":"","question":"ST2","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~TR4', '000000000000003f',
  '{"title":"IT-Support vor der Pilotgruppe schulen, mit Antworten auf häufige Fragen und Eskalationsweg",' ||
  '"owner_tenant":"contoso-tenant","owner_id":"id-carl","owner_name":"Carl","due":"2026-11-09","status":"open",' ||
  '"reason":"","question":"TR4","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~own-1', '0000000000000040',
  '{"title":"Raumplan schreiben","owner_tenant":"contoso-tenant","owner_id":"id-ben","owner_name":"Ben",' ||
  '"due":"2026-12-01","status":"open","reason":"","question":"","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~own-2', '0000000000000041',
  '{"title":"Schulungsraum buchen","owner_tenant":"contoso-tenant","owner_id":"id-carl","owner_name":"Carl",' ||
  '"due":"2026-12-01","status":"open","reason":"","question":"","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'action~own-3', '0000000000000042',
  '{"title":"Aushang drucken","owner_tenant":"contoso-tenant","owner_id":"id-ben","owner_name":"Ben","due":"2026-11-20",' ||
  '"status":"dropped","reason":"Niemand liest Aushänge","question":"","service":"","at":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'checkin~1', '0000000000000043',
  '{"cadence":"weekly","weekday":"wednesday","hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31",' ||
  '"status":"on","next_due":["2026-12-02T09:00:00+00:00"],"paused_until":"","last_sent":["2026-11-25T09:05:00+00:00"],' ||
  '"at":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000001~0', '0000000000000044',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000002~0', '0000000000000045',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000003~0', '0000000000000046',
  '{"what":"take_part","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000004~0', '0000000000000047',
  '{"what":"take_part","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000005~0', '0000000000000048',
  '{"what":"take_part","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000006~1', '0000000000000049',
  '{"what":"answer","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"D1","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000007~1', '000000000000004a',
  '{"what":"answer","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"D2","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000008~1', '000000000000004b',
  '{"what":"answer","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"D3","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000009~1', '000000000000004c',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"DC","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000010~1', '000000000000004d',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST1","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000011~1', '000000000000004e',
  '{"what":"planned","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST2","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000012~1', '000000000000004f',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST6","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000013~1', '0000000000000050',
  '{"what":"skipped","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"SZ5","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000014~1', '0000000000000051',
  '{"what":"skipped","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"SZ5","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":"{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"skipped\",\"revision\":13,' ||
  '\"reason\":\"Das klären wir später\",\"confirmed\":true,\"put_off\":1,\"playbook_version\":\"1\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000015~1', '0000000000000052',
  '{"what":"handed","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"SZ4","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000016~1', '0000000000000053',
  '{"what":"not_applicable","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"TR2","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000017~1', '0000000000000054',
  '{"what":"answer","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"SZ4","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000018~1', '0000000000000055',
  '{"what":"answer","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"EX1","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000019~1', '0000000000000056',
  '{"what":"answer","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"TR4","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000020~1', '0000000000000057',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"OD1","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000021~1', '0000000000000058',
  '{"what":"answer","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"SZ1","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261026T090000.000000~000022~1', '0000000000000059',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"TE5","at":["2026-10-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000023~1', '000000000000005a',
  '{"what":"answer","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"DC","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000024~1', '000000000000005b',
  '{"what":"confirm","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000025~1', '000000000000005c',
  '{"what":"settle","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000026~1', '000000000000005d',
  '{"what":"answer","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"D4","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000027~0', '000000000000005e',
  '{"what":"except","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000028~1', '000000000000005f',
  '{"what":"answer","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"AW1","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000029~1', '0000000000000060',
  '{"what":"answer","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"AW1@teams","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000030~1', '0000000000000061',
  '{"what":"answer","by":"contoso-tenant/id-dora","by_name":"Dora","ask":"AW3","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000031~0', '0000000000000062',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000032~0', '0000000000000063',
  '{"what":"item_add","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"own-1","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000033~0', '0000000000000064',
  '{"what":"item_add","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"own-2","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000034~0', '0000000000000065',
  '{"what":"item_add","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"own-3","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000035~0', '0000000000000066',
  '{"what":"item_dropped","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"own-3","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"title\":\"Aushang drucken\",\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",\"name\":\"Ben\"}' ||
  ',\"due\":\"2026-11-20\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000036~0', '0000000000000067',
  '{"what":"item_stuck","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST1","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000037~0', '0000000000000068',
  '{"what":"item_date","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"own-1","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"title\":\"Raumplan schreiben\",\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",' ||
  '\"name\":\"Ben\"},\"due\":\"2026-11-27\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000038~0', '0000000000000069',
  '{"what":"item_owner","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"ST2","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000039~0', '000000000000006a',
  '{"what":"item_done","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"TR4","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000040~0', '000000000000006b',
  '{"what":"item_reopen","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"TR4","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"status\":\"done\",\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000041~0', '000000000000006c',
  '{"what":"item_done","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"AW1","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000042~1', '000000000000006d',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"ST6","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":12,' ||
  '\"fields\":{\"works_council\":\"not_started\",\"data_protection\":\"agreed\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000043~0', '000000000000006e',
  '{"what":"talk_accept","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"entra","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000044~0', '000000000000006f',
  '{"what":"talk_decline","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"sharepoint","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000045~0', '0000000000000070',
  '{"what":"talk_accept","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"intune","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000046~0', '0000000000000071',
  '{"what":"talk_held","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"intune","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"status\":\"accepted\",\"talks\":[\"business_value_workshop\",\"sme_talk\"],\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000047~0', '0000000000000072',
  '{"what":"talk_requested","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"entra","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"status\":\"accepted\",\"talks\":[\"sme_talk\"],\"day\":\"2026-12-10\",\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000048~1', '0000000000000073',
  '{"what":"metric_target","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"active_users@teams","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000049~1', '0000000000000074',
  '{"what":"metric_target","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"sentiment","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000050~1', '0000000000000075',
  '{"what":"metric_target","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"time_saved","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000051~1', '0000000000000076',
  '{"what":"metric_value","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"active_users@teams","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"target\":120,\"date\":\"2027-06-30\",\"baseline\":12,\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261027T100000.000000~000051~3', '0000000000000077',
  '{"what":"metric_value","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"sentiment","at":["2026-10-27T10:00:00+00:00"],' ||
  '"before":"{\"target\":62.5,\"date\":\"2027-06-30\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000052~1', '0000000000000078',
  '{"what":"metric_value","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"active_users@teams","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{\"target\":120,\"date\":\"2027-06-30\",\"baseline\":12,\"readings\":[{\"day\":\"2026-10-26\",' ||
  '\"value\":31,\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}],\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000053~1', '0000000000000079',
  '{"what":"metric_drop","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"time_saved","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{\"target\":30,\"date\":\"2027-06-30\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000054~0', '000000000000007a',
  '{"what":"review_held","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000055~0', '000000000000007b',
  '{"what":"task_done","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"3718","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000056~0', '000000000000007c',
  '{"what":"task_add","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"4711","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000057~0', '000000000000007d',
  '{"what":"task_note","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"4711","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{\"name\":\"Sicherheitsgespräch\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000058~0', '000000000000007e',
  '{"what":"shown","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"R20","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000059~0', '000000000000007f',
  '{"what":"outcome","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"portal_known","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000060~0', '0000000000000080',
  '{"what":"note","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"teams","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000061~0', '0000000000000081',
  '{"what":"note","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"onedrive","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000062~0', '0000000000000082',
  '{"what":"note","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"outlook_mobile","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261102T100000.000000~000063~0', '0000000000000083',
  '{"what":"overall","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-02T10:00:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000064~0', '0000000000000084',
  '{"what":"issue_minutes","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000065~1', '0000000000000085',
  '{"what":"answer","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"AW4","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000066~0', '0000000000000086',
  '{"what":"issue_minutes","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000067~0', '0000000000000087',
  '{"what":"confirm_minutes","by":"contoso-tenant/id-ben","by_name":"Ben","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000068~0', '0000000000000088',
  '{"what":"language","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000069~0', '0000000000000089',
  '{"what":"check_in_set","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000070~0', '000000000000008a',
  '{"what":"check_in_snooze","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":"{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":2,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-11-03\",\"next_due\":\"2026-11-04T09:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000071~0', '000000000000008b',
  '{"what":"check_in_pause","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":"{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":2,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-11-03\",\"next_due\":\"2026-11-05T09:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261103T100000.000000~000072~0', '000000000000008c',
  '{"what":"check_in_resume","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-03T10:00:00+00:00"],' ||
  '"before":"{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":2,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-11-03\",\"status\":\"paused\",\"next_due\":\"2026-11-11T09:00:00Z\",' ||
  '\"paused_until\":\"2026-11-10\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'log~20261111T090500.000000~000073~0', '000000000000008d',
  '{"what":"mute","by":"contoso-tenant/id-carl","by_name":"Carl","ask":"","at":["2026-11-11T09:05:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'metric~active_users~teams', '000000000000008e',
  '{"name":"Aktive Personen","service":"teams","unit":"Personen","target":120.0,"date":"2027-06-30","followed":true,' ||
  '"at":["2026-11-02T10:00:00+00:00"],"baseline":12.0,"value":44.0,"day":"2026-11-02"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'metric~sentiment', '000000000000008f',
  '{"name":"Zufriedenheit","service":"","unit":"%","target":62.5,"date":"2027-06-30","followed":true,"at":["2026-10-27T10:00:00+00:00"],' ||
  '"value":58.25,"day":"2026-10-26"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'metric~time_saved', '0000000000000090',
  '{"name":"Gesparte Zeit","service":"","unit":"Stunden im Monat","target":30.0,"date":"2027-06-30","followed":false,' ||
  '"at":["2026-11-02T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'sent~minutes~1', '0000000000000091',
  '{"conversation":"19:workshop@thread.tacv21;messageid=1700000000001","activity":"m24"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'sent~minutes~2', '0000000000000092',
  '{"conversation":"19:workshop@thread.tacv21;messageid=1700000000001","activity":"m25"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'sent~workshop', '0000000000000093',
  '{"conversation":"19:workshop@thread.tacv21;messageid=1700000000001","activity":"m9"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'state', '0000000000000094',
  '{"customer":"Contoso AG","status":"running","language":"de","country":"DE","fm":"Anna","revision":73,' ||
  '"started":["2026-10-26T09:00:00+00:00"],"updated":["2026-11-11T09:05:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv21\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv21\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000001\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-10-26T09:00:00Z\",' ||
  '\"updated\":\"2026-11-11T09:05:00Z\",\"status\":\"running\",\"revision\":73,\"setup\":{\"customer\":\"Contoso AG\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"state\":\"BY\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"outlook_mobile\",' ||
  '\"entra\",\"onedrive\",\"sharepoint\",\"teams\"],\"services\":[\"outlook_mobile\",\"onedrive\",\"teams\"],' ||
  '\"in_use\":[\"teams\"],\"extended_service\":true,\"extended_reason\":\"Drei Standorte, ein neuer Vorstand\",' ||
  '\"licences\":400,\"pilot\":\"2027-02-01\",\"launch\":\"2027-04-12\",\"depth\":\"full\",\"answer_by\":\"2026-12-01\",' ||
  '\"key_inputs\":[\"kickoff_held\",\"resources_chosen\"]},\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",' ||
  '\"joined\":\"2026-10-26T09:00:00Z\",\"client\":\"de\"},\"contoso-tenant/id-ben\":{\"name\":\"Ben\",\"roles\":[\"project_lead\",' ||
  '\"sponsor\"],\"joined\":\"2026-10-26T09:00:00Z\",\"client\":\"de\"},\"contoso-tenant/id-carl\":{\"name\":\"Carl\",' ||
  '\"roles\":[\"it\"],\"language\":\"en\",\"joined\":\"2026-10-26T09:00:00Z\",\"client\":\"en\"},\"contoso-tenant/id-dora\":{\"name\":\"Dora\",' ||
  '\"roles\":[\"communication\",\"training\"],\"joined\":\"2026-10-26T09:00:00Z\",\"client\":\"de\"}},\"voices\":{\"D1\":[{\"by\":\"contoso-tenant/id-anna\",' ||
  '\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":6,\"fields\":{\"status\":\"some\",\"pilot\":\"2027-02-01\",' ||
  '\"launch\":\"2027-03-01\"},\"confirmed\":true,\"playbook_version\":\"1\"}],\"D2\":[{\"by\":\"contoso-tenant/id-anna\",' ||
  '\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":7,\"fields\":{\"now\":[\"outlook_mobile\",' ||
  '\"onedrive\",\"teams\"],\"later\":[\"sharepoint\"],\"rest\":\"open\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"D3\":[{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":8,' ||
  '\"fields\":{\"gain\":\"time\",\"result\":\"Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin,' ||
  ' und jede Frage hat einen Namen. Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin,' ||
  ' und jede Frage hat einen Nam\",\"noticed_by\":\"Vertrieb & Einkauf\"},\"confirmed\":true,\"playbook_version\":\"1\",' ||
  '\"cut\":{\"result\":\"20776286eb49182a649d\"}}],\"DC\":[{\"by\":\"contoso-tenant/id-carl\",\"at\":\"2026-10-27T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":23,\"fields\":{\"still_right\":\"change\",\"what_changed\":\"Der Start\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"},{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":9,\"fields\":{\"still_right\":\"right\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"ST1\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":10,' ||
  '\"fields\":{\"commitment\":\"open\",\"area\":\"it_wider\"},\"reason\":\"decision_open\",\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"ST2\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"planned\",\"revision\":11,\"fields\":{\"planned_by\":{\"name\":\"Tom Berger\"},\"planned_on\":\"2026-12-04\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}],\"ST6\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":42,\"fields\":{\"works_council\":\"agreed\",\"data_protection\":\"agreed\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}],\"SZ5\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"skipped\",\"revision\":14,\"reason\":\"Noch später\",\"confirmed\":true,\"put_off\":2,\"playbook_version\":\"1\"}' ||
  '],\"SZ4\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"handed\",\"revision\":15,' ||
  '\"fields\":{\"handed_to\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-carl\",\"name\":\"Carl\"}},\"handed_to\":\"contoso-tenant/id-carl\",' ||
  '\"confirmed\":true,\"playbook_version\":\"1\"},{\"by\":\"contoso-tenant/id-carl\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":17,\"fields\":{\"people\":400,\"without_pc\":\"none\",\"per_group\":\"known\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}],\"TR2\":[{\"by\":\"contoso-tenant/id-dora\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"not_applicable\",\"revision\":16,\"reason\":\"Alle sind geschult\",\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"EX1\":[{\"by\":\"contoso-tenant/id-carl\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":18,' ||
  '\"fields\":{\"where\":\"own_server\",\"until\":\"2027-01-29\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"TR4\":[{\"by\":\"contoso-tenant/id-carl\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":19,' ||
  '\"fields\":{\"trained_on\":\"2026-12-11\",\"answers\":\"partly\",\"escalation\":\"no\"},\"reason\":\"people_time\",' ||
  '\"confirmed\":true,\"playbook_version\":\"1\"}],\"OD1\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":20,\"fields\":{\"join\":\"join\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"SZ1\":[{\"by\":\"contoso-tenant/id-dora\",\"at\":\"2026-10-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":21,' ||
  '\"fields\":{\"problem_1\":\"Zu viele Anhänge\",\"problem_2\":\"Suchen\",\"department\":\"Vertrieb\"},' ||
  '\"confirmed\":true,\"playbook_version\":\"1\"}],\"TE5\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":22,\"fields\":{\"state\":\"named\",\"contact\":{\"name\":\"Uwe aus Köln\"}' ||
  '},\"confirmed\":true,\"playbook_version\":\"1\"}],\"D4\":[{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":26,\"fields\":{\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",' ||
  '\"name\":\"Ben\"},\"mandate\":\"agreed\"},\"confirmed\":true,\"playbook_version\":\"1\"}],\"AW1\":[{\"by\":\"contoso-tenant/id-dora\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\",\"kind\":\"answer\",\"revision\":28,\"fields\":{\"plan\":\"partly\",\"owner\":{\"name\":\"Agentur Blick\"}' ||
  ',\"after_launch\":\"no\"},\"reason\":\"budget\",\"confirmed\":true,\"playbook_version\":\"1\"}],\"AW1@teams\":[{\"by\":\"contoso-tenant/id-dora\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\",\"kind\":\"answer\",\"revision\":29,\"fields\":{\"plan\":\"yes\",\"after_launch\":\"yes\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}],\"AW3\":[{\"by\":\"contoso-tenant/id-dora\",\"at\":\"2026-10-27T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":30,\"fields\":{\"channels\":[\"email\",\"intranet\"]},\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"AW4\":[{\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-11-03T10:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":65,\"fields\":{\"sender\":\"management\",\"signer\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-ben\",\"name\":\"Ben\"}},\"confirmed\":true,\"playbook_version\":\"1\"}]},\"excepted\":{\"AW1\":[\"teams\"]}' ||
  ',\"settled\":{\"DC\":{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\",\"revision\":25}' ||
  '},\"plan\":{\"own-1\":{\"title\":\"Raumplan schreiben\",\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",' ||
  '\"name\":\"Ben\"},\"due\":\"2026-12-01\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  ',\"own-2\":{\"title\":\"Schulungsraum buchen\",\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-carl\",' ||
  '\"name\":\"Carl\"},\"due\":\"2026-12-01\",\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  ',\"own-3\":{\"status\":\"dropped\",\"reason\":\"Niemand liest Aushänge\",\"title\":\"Aushang drucken\",' ||
  '\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",\"name\":\"Ben\"},\"due\":\"2026-11-20\",\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"},\"ST1\":{\"status\":\"stuck\",\"reason\":\"Der Vorstand tagt erst im Januar.\",' ||
  '\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"},\"ST2\":{\"owner\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-anna\",\"name\":\"Anna\"},\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  ',\"TR4\":{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\"},\"AW1\":{\"status\":\"done\",' ||
  '\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\"}},\"mended\":[\"ST6\"],\"launch_moved\":\"2026-10-27\",' ||
  '\"check_in\":{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":2,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-11-03\",\"next_due\":\"2026-12-02T09:00:00Z\",\"last_sent\":\"2026-11-25T09:05:00Z\",' ||
  '\"revision\":73,\"silent\":1},\"urgent\":\"2026-11-02\",\"muted\":[\"contoso-tenant/id-carl\"],\"minutes\":{\"version\":2,' ||
  '\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-03T10:00:00Z\",\"content\":\"736c4b198efc7bc83db3\",' ||
  '\"confirmed\":{\"contoso-tenant/id-ben\":\"2026-11-03T10:00:00Z\"}},\"discussions\":{\"entra\":{\"status\":\"accepted\",' ||
  '\"talks\":[\"sme_talk\"],\"day\":\"2026-12-10\",\"requested\":\"2026-10-27\",\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"},\"sharepoint\":{\"status\":\"declined\",\"reason\":\"budget\",\"because\":\"Erst im nächsten Jahr\",' ||
  '\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"},\"intune\":{\"status\":\"held\",\"talks\":[\"business_value_workshop\",' ||
  '\"sme_talk\"],\"day\":\"2026-10-26\",\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  '},\"offered\":[\"entra\",\"sharepoint\",\"intune\"],\"metrics\":{\"active_users@teams\":{\"target\":120,' ||
  '\"date\":\"2027-06-30\",\"baseline\":12,\"readings\":[{\"day\":\"2026-10-26\",\"value\":31,\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"},{\"day\":\"2026-11-02\",\"value\":44,\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-11-02T10:00:00Z\"}],\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"},\"sentiment\":{\"target\":62.5,' ||
  '\"date\":\"2027-06-30\",\"readings\":[{\"day\":\"2026-10-26\",\"value\":58.25,\"by\":\"contoso-tenant/id-ben\",' ||
  '\"at\":\"2026-10-27T10:00:00Z\"}],\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"},\"time_saved\":{\"target\":30,' ||
  '\"date\":\"2027-06-30\",\"dropped\":true,\"by\":\"contoso-tenant/id-ben\",\"at\":\"2026-10-27T10:00:00Z\"}' ||
  '},\"reviewed\":\"2026-11-02\",\"tasks\":{\"3718\":{\"done\":{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\"}' ||
  ',\"note\":\"Gezeigt im Termin mit dem Vertrieb\"},\"4711\":{\"note\":\"Termin fehlt noch\",\"name\":\"Sicherheitsgespräch\"}' ||
  '},\"shown\":{\"R20\":{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\",\"on\":\"2026-10-27\"}' ||
  '},\"outcomes\":{\"portal_known\":{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\"}}' ||
  ',\"notes\":{\"teams\":{\"text\":\"Waits for the works council until January.\",\"status\":\"blocked\",' ||
  '\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\"},\"onedrive\":{\"text\":\"Kit is on its way to the project lead.\",' ||
  '\"status\":\"in_progress\",\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\"},\"outlook_mobile\":{\"status\":\"no_intent\",' ||
  '\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\"}},\"overall\":{\"next_action\":\"Agree on the dates of the talks\",' ||
  '\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-anna\",\"name\":\"Anna\"},\"due\":\"2026-12-08\",' ||
  '\"effort\":\"regular\",\"forecast_15\":\"2027-04-30\",\"forecast_40\":\"2027-06-30\",\"forecast_max\":\"2027-09-30\",' ||
  '\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-02T10:00:00Z\"},\"due\":{\"checkin\":\"2026-12-02T09:00:00Z\",' ||
  '\"answer_by\":\"2026-11-30T09:00:00Z\",\"owner~3312c2b7231f1af2222d\":\"2026-11-30T09:00:00Z\",\"owner~8c9315d9428b22a5a4ea\":\"2026-12-03T09:00:00Z\"}' ||
  ',\"told\":{\"contoso-tenant/id-ben\":\"2026-11-25\"},\"seen\":[\"a88\",\"a89\",\"a92\",\"a95\",\"a96\",' ||
  '\"a99\",\"a100\",\"a103\",\"a107\",\"a108\",\"a111\",\"a112\",\"a115\",\"a116\",\"a119\",\"a120\",\"a124\",' ||
  '\"a128\",\"a130\",\"a132\",\"a137\",\"a142\",\"a147\",\"a152\",\"a156\",\"a160\",\"a164\",\"a165\",\"a168\",' ||
  '\"a169\",\"a173\",\"a176\",\"a179\",\"a184\",\"a187\",\"a193\",\"a196\",\"a199\",\"a201\",\"a204\",\"a207\",' ||
  '\"a212\",\"a213\",\"a217\",\"a219\",\"a221\",\"a224\",\"a227\",\"a230\",\"a232\",\"a234\",\"a236\",\"a250\",' ||
  '\"a254\",\"a255\",\"a258\",\"a261\",\"a263\",\"a287\",\"a305\",\"a307\",\"a309\",\"a310\",\"a311\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'task~2536', '0000000000000095',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-10-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'task~3278', '0000000000000096',
  '{"name":"Outlook Mobile – Präsentation (ExO Anlage und EMS-Datenschutz-Anlage)","required":true,"service":"outlook_mobile",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-10-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'task~3718', '0000000000000097',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":true,"done_by_tenant":"contoso-tenant","done_by_id":"id-anna","done_by_name":"Anna",' ||
  '"note":"Gezeigt im Termin mit dem Vertrieb","at":["2026-11-02T10:00:00+00:00"],"done_at":["2026-11-02T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'task~4711', '0000000000000098',
  '{"name":"Sicherheitsgespräch","required":false,"service":"","own":true,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"Termin fehlt noch","at":["2026-11-02T10:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~AW1~-~881d2b3439934b309166', '0000000000000099',
  '{"question":"AW1","factor":"awareness","service":"","kind":"answer","verdict":"at_risk","value":"{\"plan\": \"partly\",' ||
  ' \"owner\": {\"name\": \"Agentur Blick\"}, \"after_launch\": \"no\"}","reason":"budget","handed_to":"",' ||
  '"confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-dora","by_name":"Dora","at":["2026-10-27T10:00:00+00:00"],' ||
  '"revision":28,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~AW1~teams~881d2b3439934b309166', '000000000000009a',
  '{"question":"AW1","factor":"awareness","service":"teams","kind":"answer","verdict":"at_risk","value":"{\"plan\": \"yes\",' ||
  ' \"after_launch\": \"yes\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-dora","by_name":"Dora","at":["2026-10-27T10:00:00+00:00"],"revision":29,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~AW3~-~881d2b3439934b309166', '000000000000009b',
  '{"question":"AW3","factor":"awareness","service":"","kind":"answer","verdict":"at_risk","value":"{\"channels\": [\"email\",' ||
  ' \"intranet\"]}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-dora",' ||
  '"by_name":"Dora","at":["2026-10-27T10:00:00+00:00"],"revision":30,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~AW4~-~3312c2b7231f1af2222d', '000000000000009c',
  '{"question":"AW4","factor":"awareness","service":"","kind":"answer","verdict":"ready","value":"{\"sender\": \"management\",' ||
  ' \"signer\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-ben\", \"name\": \"Ben\"}}","reason":"","handed_to":"",' ||
  '"confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben","at":["2026-11-03T10:00:00+00:00"],' ||
  '"revision":65,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~D1~-~8c9315d9428b22a5a4ea', '000000000000009d',
  '{"question":"D1","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"status\": \"some\",' ||
  ' \"pilot\": \"2027-02-01\", \"launch\": \"2027-03-01\"}","reason":"","handed_to":"","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-anna","by_name":"Anna","at":["2026-10-26T09:00:00+00:00"],"revision":6,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~D2~-~8c9315d9428b22a5a4ea', '000000000000009e',
  '{"question":"D2","factor":"","service":"","kind":"answer","verdict":"at_risk","value":"{\"now\": [\"outlook_mobile\",' ||
  ' \"onedrive\", \"teams\"], \"later\": [\"sharepoint\"], \"rest\": \"open\"}","reason":"","handed_to":"",' ||
  '"confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-anna","by_name":"Anna","at":["2026-10-26T09:00:00+00:00"],' ||
  '"revision":7,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~D3~-~8c9315d9428b22a5a4ea', '000000000000009f',
  '{"question":"D3","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"gain\": \"time\",' ||
  ' \"result\": \"Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin, und jede Frage hat einen Namen. Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin,' ||
  ' und jede Frage hat einen Namen. Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin,' ||
  ' und jede Frage hat einen Namen. Die Ansprechpersonen aus allen Bereichen treffen sich im Regeltermin,' ||
  ' und jede Frage\", \"noticed_by\": \"Vertrieb & Einkauf\"}","reason":"","handed_to":"","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-anna","by_name":"Anna","at":["2026-10-26T09:00:00+00:00"],"revision":8,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~D4~-~8c9315d9428b22a5a4ea', '00000000000000a0',
  '{"question":"D4","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"owner\": {\"tenant\": \"contoso-tenant\",' ||
  ' \"id\": \"id-ben\", \"name\": \"Ben\"}, \"mandate\": \"agreed\"}","reason":"","handed_to":"","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-anna","by_name":"Anna","at":["2026-10-27T10:00:00+00:00"],"revision":26,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~DC~-~1b937a3084ed7ab5f144', '00000000000000a1',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"at_risk","value":"{\"still_right\": \"change\",' ||
  ' \"what_changed\": \"Der Start\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-carl","by_name":"Carl","at":["2026-10-27T10:00:00+00:00"],"revision":23,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~DC~-~3312c2b7231f1af2222d', '00000000000000a2',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"still_right\": \"right\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben",' ||
  '"at":["2026-10-26T09:00:00+00:00"],"revision":9,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~EX1~-~1b937a3084ed7ab5f144', '00000000000000a3',
  '{"question":"EX1","factor":"scenarios","service":"","kind":"answer","verdict":"on_course","value":"{\"where\": \"own_server\",' ||
  ' \"until\": \"2027-01-29\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-carl","by_name":"Carl","at":["2026-10-26T09:00:00+00:00"],"revision":18,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~OD1~-~3312c2b7231f1af2222d', '00000000000000a4',
  '{"question":"OD1","factor":"awareness","service":"","kind":"answer","verdict":"at_risk","value":"{\"join\": \"join\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben",' ||
  '"at":["2026-10-26T09:00:00+00:00"],"revision":20,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~ST1~-~3312c2b7231f1af2222d', '00000000000000a5',
  '{"question":"ST1","factor":"stakeholders","service":"","kind":"answer","verdict":"gap","value":"{\"commitment\": \"open\",' ||
  ' \"area\": \"it_wider\"}","reason":"decision_open","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-ben","by_name":"Ben","at":["2026-10-26T09:00:00+00:00"],"revision":10,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~ST2~-~3312c2b7231f1af2222d', '00000000000000a6',
  '{"question":"ST2","factor":"stakeholders","service":"","kind":"planned","verdict":"at_risk","value":"{\"planned_by\": {\"name\": \"Tom Berger\"}' ||
  ', \"planned_on\": \"2026-12-04\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-ben","by_name":"Ben","at":["2026-10-26T09:00:00+00:00"],"revision":11,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~ST6~-~3312c2b7231f1af2222d', '00000000000000a7',
  '{"question":"ST6","factor":"stakeholders","service":"","kind":"answer","verdict":"ready","value":"{\"works_council\": \"agreed\",' ||
  ' \"data_protection\": \"agreed\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-ben","by_name":"Ben","at":["2026-10-27T10:00:00+00:00"],"revision":42,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~SZ1~-~881d2b3439934b309166', '00000000000000a8',
  '{"question":"SZ1","factor":"scenarios","service":"","kind":"answer","verdict":"ready","value":"{\"problem_1\": \"Zu viele Anhänge\",' ||
  ' \"problem_2\": \"Suchen\", \"department\": \"Vertrieb\"}","reason":"","handed_to":"","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-dora","by_name":"Dora","at":["2026-10-26T09:00:00+00:00"],"revision":21,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~SZ4~-~1b937a3084ed7ab5f144', '00000000000000a9',
  '{"question":"SZ4","factor":"scenarios","service":"","kind":"answer","verdict":"ready","value":"{\"people\": 400,' ||
  ' \"without_pc\": \"none\", \"per_group\": \"known\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-carl","by_name":"Carl","at":["2026-10-26T09:00:00+00:00"],"revision":17,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~SZ4~-~3312c2b7231f1af2222d', '00000000000000aa',
  '{"question":"SZ4","factor":"scenarios","service":"","kind":"handed","verdict":"unknown","value":"{\"handed_to\": {\"tenant\": \"contoso-tenant\",' ||
  ' \"id\": \"id-carl\", \"name\": \"Carl\"}}","reason":"","handed_to":"contoso-tenant/id-carl","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-ben","by_name":"Ben","at":["2026-10-26T09:00:00+00:00"],"revision":15,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~SZ5~-~3312c2b7231f1af2222d', '00000000000000ab',
  '{"question":"SZ5","factor":"scenarios","service":"","kind":"skipped","verdict":"unknown","value":"{}",' ||
  '"reason":"Noch später","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ben",' ||
  '"by_name":"Ben","at":["2026-10-26T09:00:00+00:00"],"revision":14,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~TE5~-~3312c2b7231f1af2222d', '00000000000000ac',
  '{"question":"TE5","factor":"stakeholders","service":"","kind":"answer","verdict":"ready","value":"{\"state\": \"named\",' ||
  ' \"contact\": {\"name\": \"Uwe aus Köln\"}}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-ben","by_name":"Ben","at":["2026-10-26T09:00:00+00:00"],"revision":22,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~TR2~-~881d2b3439934b309166', '00000000000000ad',
  '{"question":"TR2","factor":"training","service":"","kind":"not_applicable","verdict":"not_applicable",' ||
  '"value":"{}","reason":"Alle sind geschult","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-dora","by_name":"Dora","at":["2026-10-26T09:00:00+00:00"],"revision":16,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', 'voice~TR4~-~1b937a3084ed7ab5f144', '00000000000000ae',
  '{"question":"TR4","factor":"training","service":"","kind":"answer","verdict":"at_risk","value":"{\"trained_on\": \"2026-12-11\",' ||
  ' \"answers\": \"partly\", \"escalation\": \"no\"}","reason":"people_time","handed_to":"","confirmed":true,' ||
  '"by_tenant":"contoso-tenant","by_id":"id-carl","by_name":"Carl","at":["2026-10-26T09:00:00+00:00"],"revision":19,' ||
  '"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'action~own-1', '00000000000000af',
  '{"title":"Probelauf","owner_tenant":"contoso-tenant","owner_id":"id-hugo","owner_name":"Hugo","due":"2026-11-30",' ||
  '"status":"open","reason":"","question":"","service":"","at":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'checkin~1', '00000000000000b0',
  '{"cadence":"weekly","weekday":"friday","hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31","status":"on",' ||
  '"next_due":["2026-12-04T09:00:00+00:00"],"paused_until":"","at":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'log~20261126T150000.000000~000001~0', '00000000000000b1',
  '{"what":"start","by":"contoso-tenant/id-hugo","by_name":"Hugo","ask":"","at":["2026-11-26T15:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'log~20261126T150000.000000~000002~0', '00000000000000b2',
  '{"what":"setup","by":"contoso-tenant/id-hugo","by_name":"Hugo","ask":"","at":["2026-11-26T15:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'log~20261126T150000.000000~000003~0', '00000000000000b3',
  '{"what":"item_add","by":"contoso-tenant/id-hugo","by_name":"Hugo","ask":"own-1","at":["2026-11-26T15:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'log~20261126T150000.000000~000004~0', '00000000000000b4',
  '{"what":"check_in_set","by":"contoso-tenant/id-hugo","by_name":"Hugo","ask":"","at":["2026-11-26T15:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'sent~workshop', '00000000000000b5',
  '{"conversation":"19:workshop@thread.tacv28;messageid=1700000000008","activity":"m73"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'state', '00000000000000b6',
  '{"customer":"Trey Research","status":"running","language":"de","country":"DE","fm":"Hugo","revision":4,' ||
  '"started":["2026-11-26T15:00:00+00:00"],"updated":["2026-11-26T15:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv28\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv28\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000008\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-hugo\",\"started\":\"2026-11-26T15:00:00Z\",' ||
  '\"updated\":\"2026-11-26T15:00:00Z\",\"status\":\"running\",\"revision\":4,\"setup\":{\"customer\":\"Trey Research\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-12-03\"}' ||
  ',\"people\":{\"contoso-tenant/id-hugo\":{\"name\":\"Hugo\",\"joined\":\"2026-11-26T15:00:00Z\",\"client\":\"de\"}' ||
  '},\"plan\":{\"own-1\":{\"title\":\"Probelauf\",\"owner\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-hugo\",' ||
  '\"name\":\"Hugo\"},\"due\":\"2026-11-30\",\"by\":\"contoso-tenant/id-hugo\",\"at\":\"2026-11-26T15:00:00Z\"}' ||
  '},\"check_in\":{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":4,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-11-26\",\"next_due\":\"2026-12-04T09:00:00Z\",\"sending\":\"2026-11-27T09:00:00Z\"}' ||
  ',\"urgent\":\"2026-11-30\",\"due\":{\"checkin\":\"2026-12-04T09:00:00Z\",\"answer_by\":\"2026-12-02T09:00:00Z\",' ||
  '\"owner~b26f8620bb253746683d\":\"2026-12-01T09:00:00Z\"},\"sending\":{\"owner~b26f8620bb253746683d\":\"2026-11-27T09:00:00Z\"}' ||
  ',\"told\":{\"contoso-tenant/id-hugo\":\"2026-11-27\"},\"seen\":[\"a487\",\"a489\",\"a492\",\"a494\"]}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'task~2536', '00000000000000b7',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', 'task~3718', '00000000000000b8',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'checkin~1', '00000000000000b9',
  '{"cadence":"weekly","weekday":"thursday","hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31","status":"on",' ||
  '"next_due":["2026-12-03T09:00:00+00:00"],"paused_until":"","last_sent":["2026-11-25T09:05:00+00:00"],' ||
  '"at":["2026-09-14T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'log~20260914T090000.000000~000001~0', '00000000000000ba',
  '{"what":"start","by":"contoso-tenant/id-gina","by_name":"Gina","ask":"","at":["2026-09-14T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'log~20260914T090000.000000~000002~0', '00000000000000bb',
  '{"what":"setup","by":"contoso-tenant/id-gina","by_name":"Gina","ask":"","at":["2026-09-14T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'log~20260914T090000.000000~000003~0', '00000000000000bc',
  '{"what":"check_in_set","by":"contoso-tenant/id-gina","by_name":"Gina","ask":"","at":["2026-09-14T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'sent~workshop', '00000000000000bd',
  '{"conversation":"19:workshop@thread.tacv27;messageid=1700000000007","activity":"m1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'state', '00000000000000be',
  '{"customer":"Wingtip AG","status":"running","language":"de","country":"DE","fm":"Gina","revision":3,"started":["2026-09-14T09:00:00+00:00"],' ||
  '"updated":["2026-09-14T09:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv27\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv27\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000007\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-gina\",\"started\":\"2026-09-14T09:00:00Z\",' ||
  '\"updated\":\"2026-09-14T09:00:00Z\",\"status\":\"running\",\"revision\":3,\"setup\":{\"customer\":\"Wingtip AG\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-09-21\"}' ||
  ',\"people\":{\"contoso-tenant/id-gina\":{\"name\":\"Gina\",\"joined\":\"2026-09-14T09:00:00Z\",\"client\":\"de\"}' ||
  '},\"check_in\":{\"cadence\":{\"rhythm\":\"weekly\",\"weekday\":3,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\"},\"first\":\"2026-09-14\",\"next_due\":\"2026-12-03T09:00:00Z\",\"sending\":\"2026-11-26T09:00:00Z\",' ||
  '\"last_sent\":\"2026-11-25T09:05:00Z\",\"revision\":3,\"silent\":6},\"urgent\":\"2026-09-21\",\"due\":{\"checkin\":\"2026-12-03T09:00:00Z\",' ||
  '\"silence\":\"2026-10-08T08:05:00Z\"},\"seen\":[\"a1\",\"a3\",\"a5\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'task~2536', '00000000000000bf',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-09-14T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', 'task~3718', '00000000000000c0',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-09-14T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ad3abaf0190d8ab55fcb~0001', 'log~20261126T140000.000000~000001~0', '00000000000000c1',
  '{"what":"start","by":"contoso-tenant/id-hugo","by_name":"Hugo","ask":"","at":["2026-11-26T14:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ad3abaf0190d8ab55fcb~0001', 'sent~workshop', '00000000000000c2',
  '{"conversation":"chat-29:id-hugo","activity":"m71"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ad3abaf0190d8ab55fcb~0001', 'state', '00000000000000c3',
  '{"customer":"","status":"setup","language":"de","country":"DE","fm":"Hugo","revision":1,"started":["2026-11-26T14:00:00+00:00"],' ||
  '"updated":["2026-11-26T14:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~ad3abaf0190d8ab55fcb~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"chat-29:id-hugo\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"chat-29:id-hugo\",\"scope\":\"personal\"}' ||
  ',\"fm\":\"contoso-tenant/id-hugo\",\"started\":\"2026-11-26T14:00:00Z\",\"updated\":\"2026-11-26T14:00:00Z\",' ||
  '\"revision\":1,\"setup\":{\"language\":\"de\",\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"answer_by\":\"2026-12-03\"}' ||
  ',\"people\":{\"contoso-tenant/id-hugo\":{\"name\":\"Hugo\",\"joined\":\"2026-11-26T14:00:00Z\"}},\"seen\":[\"a485\"]}' ||
  '"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'action~AW3', '00000000000000c4',
  '{"title":"Settle on at least three channels, one of them for staff without a PC where there are any",' ||
  '"owner_tenant":"contoso-tenant","owner_id":"id-gus","owner_name":"Gus","due":"2026-12-10","status":"open",' ||
  '"reason":"","question":"AW3","service":"","at":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'action~AW4', '00000000000000c5',
  '{"title":"Have the management sign the announcement and fix its date","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-gus","owner_name":"Gus","due":"2026-12-10","status":"open","reason":"","question":"AW4",' ||
  '"service":"","at":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'action~TR1', '00000000000000c6',
  '{"title":"Draw up a training plan with owners and dates for each group","owner_tenant":"contoso-tenant",' ||
  '"owner_id":"id-gus","owner_name":"Gus","due":"2026-12-10","status":"open","reason":"","question":"TR1",' ||
  '"service":"","at":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000001~0', '00000000000000c7',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000002~0', '00000000000000c8',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000003~0', '00000000000000c9',
  '{"what":"go_on","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000004~0', '00000000000000ca',
  '{"what":"take_part","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000005~1', '00000000000000cb',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"DC","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000006~1', '00000000000000cc',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"ST1","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000007~1', '00000000000000cd',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"ST2","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000008~1', '00000000000000ce',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"SZ1","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000009~1', '00000000000000cf',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"SZ4","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000010~1', '00000000000000d0',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"SZ5","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000011~1', '00000000000000d1',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"AW1","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000012~1', '00000000000000d2',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"AW3","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000013~1', '00000000000000d3',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"AW4","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000014~1', '00000000000000d4',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"TR1","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000015~1', '00000000000000d5',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"TR2","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T090000.000000~000016~1', '00000000000000d6',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"CL","at":["2026-11-26T09:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T091000.000000~000017~1', '00000000000000d7',
  '{"what":"answer","by":"contoso-tenant/id-gus","by_name":"Gus","ask":"TR4","at":["2026-11-26T09:10:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T091000.000000~000018~0', '00000000000000d8',
  '{"what":"note","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"onedrive","at":["2026-11-26T09:10:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T091000.000000~000019~0', '00000000000000d9',
  '{"what":"note","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"teams","at":["2026-11-26T09:10:00+00:00"],' ||
  '"before":"{}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'log~20261126T091000.000000~000020~0', '00000000000000da',
  '{"what":"issue_minutes","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T09:10:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'sent~result~awareness', '00000000000000db',
  '{"conversation":"19:group@thread.v2","activity":"m55"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'sent~result~scenarios', '00000000000000dc',
  '{"conversation":"19:group@thread.v2","activity":"m54"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'sent~result~stakeholders', '00000000000000dd',
  '{"conversation":"19:group@thread.v2","activity":"m53"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'sent~workshop', '00000000000000de',
  '{"conversation":"19:group@thread.v2","activity":"m52"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'state', '00000000000000df',
  '{"customer":"Fabrikam Inc.","status":"running","language":"en","country":"US","fm":"Anna","revision":20,' ||
  '"started":["2026-11-26T09:00:00+00:00"],"updated":["2026-11-26T09:10:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:group@thread.v2\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:group@thread.v2\",\"scope\":\"groupChat\"}' ||
  ',\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-26T09:00:00Z\",\"updated\":\"2026-11-26T09:10:00Z\",' ||
  '\"status\":\"running\",\"revision\":20,\"setup\":{\"customer\":\"Fabrikam Inc.\",\"language\":\"en\",' ||
  '\"country\":\"US\",\"time_zone\":\"America/New_York\",\"licensed\":[\"onedrive\",\"sharepoint\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"enterprise_offering\":true,\"enterprise_reason\":\"Agreed with the Adoption SME\",' ||
  '\"licences\":30000,\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-12-03\"},\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",' ||
  '\"joined\":\"2026-11-26T09:00:00Z\",\"client\":\"de\"},\"contoso-tenant/id-gus\":{\"name\":\"Gus\",\"roles\":[\"department\",' ||
  '\"communication\",\"training\",\"it\",\"project_lead\",\"sponsor\"],\"joined\":\"2026-11-26T09:00:00Z\",' ||
  '\"client\":\"en\"}},\"voices\":{\"DC\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":5,\"fields\":{\"still_right\":\"right\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"ST1\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":6,' ||
  '\"fields\":{\"sponsor\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-gus\",\"name\":\"Gus\"},\"commitment\":\"agreed\",' ||
  '\"area\":\"management\"},\"confirmed\":true,\"playbook_version\":\"1\"}],\"ST2\":[{\"by\":\"contoso-tenant/id-gus\",' ||
  '\"at\":\"2026-11-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":7,\"fields\":{\"success_owner\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-gus\",\"name\":\"Gus\"},\"project_lead\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-gus\",' ||
  '\"name\":\"Gus\"},\"communication\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-gus\",\"name\":\"Gus\"}' ||
  ',\"training\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-gus\",\"name\":\"Gus\"}},\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"SZ1\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":8,\"fields\":{\"scenarios\":[\"meetings\",\"other\"],\"other_scenario\":\"Shift handover\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}],\"SZ4\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":9,\"fields\":{\"people\":2500,\"without_pc\":\"some\"},\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"SZ5\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":10,\"fields\":{\"metrics\":[\"usage\",\"sentiment\"],\"baseline\":\"open\",' ||
  '\"baseline_by\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-gus\",\"name\":\"Gus\"}},\"confirmed\":true,' ||
  '\"playbook_version\":\"1\"}],\"AW1\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":11,\"fields\":{\"plan\":\"yes\",\"owner\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-gus\",\"name\":\"Gus\"}},\"confirmed\":true,\"playbook_version\":\"1\"}],\"AW3\":[{\"by\":\"contoso-tenant/id-gus\",' ||
  '\"at\":\"2026-11-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":12,\"fields\":{\"channels\":[\"email\",' ||
  '\"poster\"]},\"confirmed\":true,\"playbook_version\":\"1\"}],\"AW4\":[{\"by\":\"contoso-tenant/id-gus\",' ||
  '\"at\":\"2026-11-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":13,\"fields\":{\"sender\":\"nobody\",' ||
  '\"signer\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-gus\",\"name\":\"Gus\"},\"first_message\":\"2027-01-11\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"1\"}],\"TR1\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":14,\"fields\":{\"plan\":\"no\",\"owner\":{\"tenant\":\"contoso-tenant\",' ||
  '\"id\":\"id-gus\",\"name\":\"Gus\"}},\"reason\":\"no_need\",\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  '],\"TR2\":[{\"by\":\"contoso-tenant/id-gus\",\"at\":\"2026-11-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":15,' ||
  '\"fields\":{\"formats\":[\"online\",\"sheet\"]},\"confirmed\":true,\"playbook_version\":\"1\"}],\"CL\":[{\"by\":\"contoso-tenant/id-gus\",' ||
  '\"at\":\"2026-11-26T09:00:00Z\",\"kind\":\"answer\",\"revision\":16,\"fields\":{\"rhythm\":\"fortnightly\",' ||
  '\"tool\":\"meeting\",\"effort\":\"light\",\"project_plan\":\"yes\",\"gaps\":[\"sharepoint\"],\"topic\":\"Records\",' ||
  '\"offer\":[\"sme_talk\"],\"confirm\":\"confirmed\"},\"confirmed\":true,\"playbook_version\":\"1\"}],\"TR4\":[{\"by\":\"contoso-tenant/id-gus\",' ||
  '\"at\":\"2026-11-26T09:10:00Z\",\"kind\":\"answer\",\"revision\":17,\"fields\":{\"trained_on\":\"2027-01-15\",' ||
  '\"answers\":\"yes\"},\"confirmed\":true,\"playbook_version\":\"1\"}]},\"urgent\":\"2026-12-10\",\"minutes\":{\"version\":1,' ||
  '\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-26T09:10:00Z\",\"content\":\"726c0e758c39dbf90f1e\"}' ||
  ',\"notes\":{\"onedrive\":{\"status\":\"unknown\",\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-26T09:10:00Z\"}' ||
  ',\"teams\":{\"status\":\"duplicate\",\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-26T09:10:00Z\"}' ||
  '},\"due\":{\"answer_by\":\"2026-12-02T14:00:00Z\",\"owner~a0baa355b516424c741a\":\"2026-12-09T14:00:00Z\"}' ||
  ',\"closed_factors\":[\"stakeholders\",\"scenarios\",\"awareness\",\"training\"],\"summary_posted\":true,' ||
  '\"seen\":[\"a312\",\"a314\",\"a315\",\"a317\",\"a318\",\"a321\",\"a322\",\"a325\",\"a326\",\"a329\",\"a330\",' ||
  '\"a333\",\"a334\",\"a337\",\"a338\",\"a341\",\"a342\",\"a345\",\"a346\",\"a349\",\"a350\",\"a353\",\"a354\",' ||
  '\"a357\",\"a358\",\"a361\",\"a362\",\"a365\",\"a366\",\"a369\",\"a373\",\"a375\",\"a378\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'task~2536', '00000000000000e0',
  '{"name":"Conduct success workshop","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'task~3718', '00000000000000e1',
  '{"name":"OneDrive – OneDrive business value deck","required":true,"service":"onedrive","own":false,"done":false,' ||
  '"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~AW1~-~a0baa355b516424c741a', '00000000000000e2',
  '{"question":"AW1","factor":"awareness","service":"","kind":"answer","verdict":"ready","value":"{\"plan\": \"yes\",' ||
  ' \"owner\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\", \"name\": \"Gus\"}}","reason":"","handed_to":"",' ||
  '"confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],' ||
  '"revision":11,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~AW3~-~a0baa355b516424c741a', '00000000000000e3',
  '{"question":"AW3","factor":"awareness","service":"","kind":"answer","verdict":"at_risk","value":"{\"channels\": [\"email\",' ||
  ' \"poster\"]}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus",' ||
  '"by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],"revision":12,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~AW4~-~a0baa355b516424c741a', '00000000000000e4',
  '{"question":"AW4","factor":"awareness","service":"","kind":"answer","verdict":"gap","value":"{\"sender\": \"nobody\",' ||
  ' \"signer\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\", \"name\": \"Gus\"}, \"first_message\": \"2027-01-11\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus",' ||
  '"at":["2026-11-26T09:00:00+00:00"],"revision":13,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~CL~-~a0baa355b516424c741a', '00000000000000e5',
  '{"question":"CL","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"rhythm\": \"fortnightly\",' ||
  ' \"tool\": \"meeting\", \"effort\": \"light\", \"project_plan\": \"yes\", \"gaps\": [\"sharepoint\"],' ||
  ' \"topic\": \"Records\", \"offer\": [\"sme_talk\"], \"confirm\": \"confirmed\"}","reason":"","handed_to":"",' ||
  '"confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],' ||
  '"revision":16,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~DC~-~a0baa355b516424c741a', '00000000000000e6',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"still_right\": \"right\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus",' ||
  '"at":["2026-11-26T09:00:00+00:00"],"revision":5,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~ST1~-~a0baa355b516424c741a', '00000000000000e7',
  '{"question":"ST1","factor":"stakeholders","service":"","kind":"answer","verdict":"ready","value":"{\"sponsor\": {\"tenant\": \"contoso-tenant\",' ||
  ' \"id\": \"id-gus\", \"name\": \"Gus\"}, \"commitment\": \"agreed\", \"area\": \"management\"}","reason":"",' ||
  '"handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],' ||
  '"revision":6,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~ST2~-~a0baa355b516424c741a', '00000000000000e8',
  '{"question":"ST2","factor":"stakeholders","service":"","kind":"answer","verdict":"ready","value":"{\"success_owner\": {\"tenant\": \"contoso-tenant\",' ||
  ' \"id\": \"id-gus\", \"name\": \"Gus\"}, \"project_lead\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\",' ||
  ' \"name\": \"Gus\"}, \"communication\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\", \"name\": \"Gus\"}' ||
  ', \"training\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\", \"name\": \"Gus\"}}","reason":"",' ||
  '"handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],' ||
  '"revision":7,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~SZ1~-~a0baa355b516424c741a', '00000000000000e9',
  '{"question":"SZ1","factor":"scenarios","service":"","kind":"answer","verdict":"ready","value":"{\"scenarios\": [\"meetings\",' ||
  ' \"other\"], \"other_scenario\": \"Shift handover\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],"revision":8,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~SZ4~-~a0baa355b516424c741a', '00000000000000ea',
  '{"question":"SZ4","factor":"scenarios","service":"","kind":"answer","verdict":"ready","value":"{\"people\": 2500,' ||
  ' \"without_pc\": \"some\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant",' ||
  '"by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],"revision":9,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~SZ5~-~a0baa355b516424c741a', '00000000000000eb',
  '{"question":"SZ5","factor":"scenarios","service":"","kind":"answer","verdict":"on_course","value":"{\"metrics\": [\"usage\",' ||
  ' \"sentiment\"], \"baseline\": \"open\", \"baseline_by\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\",' ||
  ' \"name\": \"Gus\"}}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus",' ||
  '"by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],"revision":10,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~TR1~-~a0baa355b516424c741a', '00000000000000ec',
  '{"question":"TR1","factor":"training","service":"","kind":"answer","verdict":"at_risk","value":"{\"plan\": \"no\",' ||
  ' \"owner\": {\"tenant\": \"contoso-tenant\", \"id\": \"id-gus\", \"name\": \"Gus\"}}","reason":"no_need",' ||
  '"handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus","by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],' ||
  '"revision":14,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~TR2~-~a0baa355b516424c741a', '00000000000000ed',
  '{"question":"TR2","factor":"training","service":"","kind":"answer","verdict":"ready","value":"{\"formats\": [\"online\",' ||
  ' \"sheet\"]}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus",' ||
  '"by_name":"Gus","at":["2026-11-26T09:00:00+00:00"],"revision":15,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', 'voice~TR4~-~a0baa355b516424c741a', '00000000000000ee',
  '{"question":"TR4","factor":"training","service":"","kind":"answer","verdict":"ready","value":"{\"trained_on\": \"2027-01-15\",' ||
  ' \"answers\": \"yes\"}","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-gus",' ||
  '"by_name":"Gus","at":["2026-11-26T09:10:00+00:00"],"revision":17,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'checkin~1', '00000000000000ef',
  '{"cadence":"monthly","weekday":"tuesday","nth":3,"hour":10,"time_zone":"Europe/Berlin","until":"2027-03-31",' ||
  '"status":"off","paused_until":"","at":["2026-11-26T12:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000001~0', '00000000000000f0',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000002~0', '00000000000000f1',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000003~0', '00000000000000f2',
  '{"what":"take_part","by":"contoso-tenant/id-ines","by_name":"Ines","ask":"","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000004~1', '00000000000000f3',
  '{"what":"answer","by":"contoso-tenant/id-ines","by_name":"Ines","ask":"DC","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000005~0', '00000000000000f4',
  '{"what":"check_in_set","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000006~0', '00000000000000f5',
  '{"what":"check_in_stop","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":"{\"cadence\":{\"rhythm\":\"monthly\",\"weekday\":1,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\",\"nth\":3},\"first\":\"2026-11-26\",\"next_due\":\"2026-12-15T09:00:00Z\"}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'log~20261126T120000.000000~000007~0', '00000000000000f6',
  '{"what":"complete","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T12:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'sent~workshop', '00000000000000f7',
  '{"conversation":"19:workshop@thread.tacv25;messageid=1700000000005","activity":"m63"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'state', '00000000000000f8',
  '{"customer":"Proseware plc","status":"completed","language":"en","country":"GB","fm":"Anna","revision":7,' ||
  '"started":["2026-11-26T12:00:00+00:00"],"updated":["2026-11-26T12:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv25\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv25\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000005\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-26T12:00:00Z\",' ||
  '\"updated\":\"2026-11-26T12:00:00Z\",\"status\":\"completed\",\"revision\":7,\"setup\":{\"customer\":\"Proseware plc\",' ||
  '\"language\":\"en\",\"country\":\"GB\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"pilot\":\"2027-02-01\",\"launch\":\"2027-03-15\",\"answer_by\":\"2026-12-03\"}' ||
  ',\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",\"joined\":\"2026-11-26T12:00:00Z\",\"client\":\"de\"}' ||
  ',\"contoso-tenant/id-ines\":{\"name\":\"Ines\",\"roles\":[\"project_lead\"],\"joined\":\"2026-11-26T12:00:00Z\",' ||
  '\"client\":\"en\"}},\"voices\":{\"DC\":[{\"by\":\"contoso-tenant/id-ines\",\"at\":\"2026-11-26T12:00:00Z\",' ||
  '\"kind\":\"answer\",\"revision\":4,\"fields\":{\"still_right\":\"right\"},\"confirmed\":true,\"playbook_version\":\"1\"}' ||
  ']},\"check_in\":{\"cadence\":{\"rhythm\":\"monthly\",\"weekday\":1,\"hour\":10,\"time_zone\":\"Europe/Berlin\",' ||
  '\"until\":\"2027-03-31\",\"nth\":3},\"first\":\"2026-11-26\",\"status\":\"off\"},\"tasks\":{\"2536\":{\"done\":{\"by\":\"contoso-tenant/id-anna\",' ||
  '\"at\":\"2026-11-26T12:00:00Z\"}}},\"completed\":{\"by\":\"contoso-tenant/id-anna\",\"at\":\"2026-11-26T12:00:00Z\"}' ||
  ',\"seen\":[\"a434\",\"a436\",\"a438\",\"a439\",\"a442\",\"a443\",\"a448\",\"a450\",\"a453\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'task~2536', '00000000000000f9',
  '{"name":"Conduct success workshop","required":true,"service":"","own":false,"done":true,"done_by_tenant":"contoso-tenant",' ||
  '"done_by_id":"id-anna","done_by_name":"Anna","note":"","at":["2026-11-26T12:00:00+00:00"],"done_at":["2026-11-26T12:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'task~3718', '00000000000000fa',
  '{"name":"OneDrive – OneDrive business value deck","required":true,"service":"onedrive","own":false,"done":false,' ||
  '"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T12:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', 'voice~DC~-~0b8178a81bc71ce45737', '00000000000000fb',
  '{"question":"DC","factor":"","service":"","kind":"answer","verdict":"ready","value":"{\"still_right\": \"right\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"contoso-tenant","by_id":"id-ines","by_name":"Ines",' ||
  '"at":["2026-11-26T12:00:00+00:00"],"revision":4,"playbook_version":"1"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'log~20261126T110000.000000~000001~0', '00000000000000fc',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T11:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'log~20261126T110000.000000~000002~0', '00000000000000fd',
  '{"what":"setup","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T11:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'log~20261126T110000.000000~000003~0', '00000000000000fe',
  '{"what":"redirect","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T11:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'sent~workshop', '00000000000000ff',
  '{"conversation":"19:workshop@thread.tacv24;messageid=1700000000004","activity":"m59"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'state', '0000000000000100',
  '{"customer":"Adatum SE","status":"redirected","language":"de","country":"DE","fm":"Anna","revision":3,' ||
  '"started":["2026-11-26T11:00:00+00:00"],"updated":["2026-11-26T11:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv24\",\"number\":1,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv24\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000004\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-26T11:00:00Z\",' ||
  '\"updated\":\"2026-11-26T11:00:00Z\",\"status\":\"redirected\",\"revision\":3,\"setup\":{\"customer\":\"Adatum SE\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"enterprise_offering\":true,\"licences\":26000,\"pilot\":\"2027-02-01\",' ||
  '\"launch\":\"2027-03-15\",\"answer_by\":\"2026-12-03\"},\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",' ||
  '\"joined\":\"2026-11-26T11:00:00Z\",\"client\":\"de\"}},\"seen\":[\"a424\",\"a426\",\"a427\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'task~2536', '0000000000000101',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T11:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', 'task~3718', '0000000000000102',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T11:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', 'log~20261126T110000.000000~000001~0', '0000000000000103',
  '{"what":"start","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T11:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', 'log~20261126T110000.000000~000002~0', '0000000000000104',
  '{"what":"discard","by":"contoso-tenant/id-anna","by_name":"Anna","ask":"","at":["2026-11-26T11:00:00+00:00"],' ||
  '"before":""}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', 'sent~workshop', '0000000000000105',
  '{"conversation":"19:workshop@thread.tacv24;messageid=1700000000004","activity":"m62"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', 'state', '0000000000000106',
  '{"customer":"Adatum SE","status":"gone","language":"de","country":"DE","fm":"Anna","revision":2,"started":["2026-11-26T11:00:00+00:00"],' ||
  '"updated":["2026-11-26T11:00:00+00:00"],"doc0":"{\"id\":\"f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002\",' ||
  '\"tenant\":\"contoso-tenant\",\"channel\":\"19:workshop@thread.tacv24\",\"number\":2,\"reference\":{\"service_url\":\"http://127.0.0.1:1/\",' ||
  '\"bot_id\":\"28:bot\",\"bot_name\":\"SSAT\",\"conversation\":\"19:workshop@thread.tacv24\",\"scope\":\"channel\",' ||
  '\"thread\":\"1700000000004\",\"team\":\"19:team@thread.tacv2\"},\"fm\":\"contoso-tenant/id-anna\",\"started\":\"2026-11-26T11:00:00Z\",' ||
  '\"updated\":\"2026-11-26T11:00:00Z\",\"status\":\"gone\",\"revision\":2,\"setup\":{\"customer\":\"Adatum SE\",' ||
  '\"language\":\"de\",\"country\":\"DE\",\"time_zone\":\"Europe/Berlin\",\"licensed\":[\"onedrive\",\"teams\"],' ||
  '\"services\":[\"onedrive\",\"teams\"],\"enterprise_offering\":true,\"licences\":26000,\"answer_by\":\"2026-12-03\"}' ||
  ',\"people\":{\"contoso-tenant/id-anna\":{\"name\":\"Anna\",\"joined\":\"2026-11-26T11:00:00Z\",\"client\":\"de\"}' ||
  '},\"seen\":[\"a430\",\"a433\"]}"}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', 'task~2536', '0000000000000107',
  '{"name":"Durchführung von Erfolgsworkshops","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T11:00:00+00:00"]}');
INSERT INTO engagements VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', 'task~3718', '0000000000000108',
  '{"name":"OneDrive – Präsentation zum Unternehmenswert von OneDrive","required":true,"service":"onedrive",' ||
  '"own":false,"done":false,"done_by_tenant":"","done_by_id":"","done_by_name":"","note":"","at":["2026-11-26T11:00:00+00:00"]}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~09ee43efaff1b36275ca', 'current', '0000000000000001',
  '{"number":1,"channel":"19:workshop@thread.tacv23"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~0d635f23d3760957924f', 'current', '0000000000000002',
  '{"number":1,"channel":"19:workshop@thread.tacv26"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~196aeed773086a92dafb', 'current', '0000000000000003',
  '{"number":1,"channel":"19:workshop@thread.tacv22"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~520c492b6801edba3ec6', 'current', '0000000000000004',
  '{"number":1,"channel":"19:workshop@thread.tacv21"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35', 'current', '0000000000000005',
  '{"number":1,"channel":"19:workshop@thread.tacv28"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~98860983ed5cbc9297d4', 'current', '0000000000000006',
  '{"number":1,"channel":"19:workshop@thread.tacv27"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~ad3abaf0190d8ab55fcb', 'current', '0000000000000007',
  '{"number":1,"channel":"chat-29:id-hugo"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~be63eae136dea2c1cd32', 'current', '0000000000000008',
  '{"number":1,"channel":"19:group@thread.v2"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~c95d27a522bd9d2376ea', 'current', '0000000000000009',
  '{"number":1,"channel":"19:workshop@thread.tacv25"}');
INSERT INTO channels VALUES ('f6754e56acd3fee56ce9~ffc76b13689539d5435b', 'current', '000000000000000a',
  '{"number":2,"channel":"19:workshop@thread.tacv24"}');
INSERT INTO channels VALUES ('person~1b937a3084ed7ab5f144', 'chat', '000000000000000b',
  '{"conversation":"chat-29:id-carl","what":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~1b937a3084ed7ab5f144~2026-11-06T09:00:00Z",' ||
  '"told":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO channels VALUES ('person~3312c2b7231f1af2222d', 'chat', '000000000000000c',
  '{"conversation":"chat-29:id-ben","what":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~3312c2b7231f1af2222d~2026-11-06T09:00:00Z",' ||
  '"told":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO channels VALUES ('person~881d2b3439934b309166', 'chat', '000000000000000d',
  '{"conversation":"chat-29:id-dora","what":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~881d2b3439934b309166~2026-11-06T09:00:00Z",' ||
  '"told":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO channels VALUES ('person~8c9315d9428b22a5a4ea', 'chat', '000000000000000e',
  '{"conversation":"chat-29:id-anna","what":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~8c9315d9428b22a5a4ea~2026-10-30T09:00:00Z",' ||
  '"told":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO channels VALUES ('person~b26f8620bb253746683d', 'chat', '000000000000000f',
  '{"conversation":"chat-29:id-hugo","what":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~owner~b26f8620bb253746683d~2026-11-27T09:00:00Z",' ||
  '"told":["2026-11-27T09:05:00+00:00"]}');
INSERT INTO portfolio VALUES ('1ec29f9c9f82a6fc91df', 'f6754e56acd3fee56ce9~0d635f23d3760957924f~0001', '0000000000000001',
  '{"customer":"Litware Ltd","started":"2026-10-09T09:00:00Z","open":true,"status":"running","urgent":"2026-10-16"}');
INSERT INTO portfolio VALUES ('53058f48b7005ff97322', 'f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001', '0000000000000002',
  '{"customer":"Wingtip AG","started":"2026-09-14T09:00:00Z","open":true,"status":"running","urgent":"2026-09-21"}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001', '0000000000000003',
  '{"customer":"Northwind GmbH","started":"2026-11-26T10:00:00Z","open":true,"status":"running","urgent":"2026-12-01"}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~196aeed773086a92dafb~0001', '0000000000000004',
  '{"customer":"Alpine Ski House","started":"2026-11-26T13:00:00Z","open":true,"status":"running","urgent":"2026-12-03"}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001', '0000000000000005',
  '{"customer":"Contoso AG","started":"2026-10-26T09:00:00Z","open":true,"status":"running","urgent":"2026-11-02"}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001', '0000000000000006',
  '{"customer":"Fabrikam Inc.","started":"2026-11-26T09:00:00Z","open":true,"status":"running","urgent":"2026-12-10"}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001', '0000000000000007',
  '{"customer":"Proseware plc","started":"2026-11-26T12:00:00Z","open":true,"status":"completed","urgent":""}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~ffc76b13689539d5435b~0001', '0000000000000008',
  '{"customer":"Adatum SE","started":"2026-11-26T11:00:00Z","open":false,"status":"redirected","urgent":""}');
INSERT INTO portfolio VALUES ('8c9315d9428b22a5a4ea', 'f6754e56acd3fee56ce9~ffc76b13689539d5435b~0002', '0000000000000009',
  '{"customer":"Adatum SE","started":"2026-11-26T11:00:00Z","open":false,"status":"gone","urgent":""}');
INSERT INTO portfolio VALUES ('b26f8620bb253746683d', 'f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001', '000000000000000a',
  '{"customer":"Trey Research","started":"2026-11-26T15:00:00Z","open":true,"status":"running","urgent":"2026-11-30"}');
INSERT INTO portfolio VALUES ('b26f8620bb253746683d', 'f6754e56acd3fee56ce9~ad3abaf0190d8ab55fcb~0001', '000000000000000b',
  '{"customer":"","started":"2026-11-26T14:00:00Z","open":true,"status":"setup","urgent":""}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~hand~ST2~-~1b937a3084ed7ab5f144', '0000000000000001',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","kind":"Hand","effect":"{\"to\":\"contoso-tenant/id-carl\",' ||
  '\"by\":{\"tenant\":\"contoso-tenant\",\"id\":\"id-ben\",\"name\":\"Ben\"},\"question\":\"ST2\",\"service\":null}' ||
  '","noted":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~live~D2', '0000000000000002',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","kind":"PostLive","effect":"{\"key\":\"D2\"}' ||
  '","noted":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~minutes~1', '0000000000000003',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","kind":"PostMinutes","effect":"{\"version\":1}' ||
  '","noted":["2026-11-26T10:00:00+00:00"],"unsure":true}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~offer~entra+sharepoint', '0000000000000004',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","kind":"Offer","effect":"{\"talks\":[\"entra\",' ||
  '\"sharepoint\"]}","noted":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~shared', '0000000000000005',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","kind":"PostShared","effect":"{\"moved\":true}' ||
  '","noted":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~share~R07+R08', '0000000000000006',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","kind":"Share","effect":"{\"resources\":[\"R07\",' ||
  '\"R08\"]}","noted":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001~minutes~1', '0000000000000007',
  '{"engagement":"f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001","kind":"PostMinutes","effect":"{\"version\":1}' ||
  '","noted":["2026-11-26T09:10:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001~result~training', '0000000000000008',
  '{"engagement":"f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001","kind":"PostResult","effect":"{\"factor\":\"training\"}' ||
  '","noted":["2026-11-26T09:10:00+00:00"]}');
INSERT INTO pending VALUES ('pending', 'f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001~summary', '0000000000000009',
  '{"engagement":"f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001","kind":"PostSummary","effect":"{}","noted":["2026-11-26T09:10:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-11-30T08:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~answer_by', '0000000000000001',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"answer_by","at":["2026-11-30T08:00:00+00:00"],' ||
  '"held":["2026-11-30T08:00:00+00:00"],"written":["2026-10-26T09:00:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-11-30T08:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~1b937a3084ed7ab5f144', '0000000000000002',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"owner~1b937a3084ed7ab5f144","at":["2026-11-30T08:00:00+00:00"],' ||
  '"held":["2026-11-30T08:00:00+00:00"],"written":["2026-10-27T10:00:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-11-30T09:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~answer_by', '0000000000000003',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"answer_by","at":["2026-11-30T09:00:00+00:00"],' ||
  '"held":["2026-11-30T09:00:00+00:00"],"written":["2026-11-03T10:00:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-11-30T09:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~1b937a3084ed7ab5f144', '0000000000000004',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"owner~1b937a3084ed7ab5f144","at":["2026-11-30T09:00:00+00:00"],' ||
  '"held":["2026-11-30T09:00:00+00:00"],"written":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-11-30T09:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~3312c2b7231f1af2222d', '0000000000000005',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"owner~3312c2b7231f1af2222d","at":["2026-11-30T09:00:00+00:00"],' ||
  '"held":["2026-11-30T09:00:00+00:00"],"written":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-12-02T09:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~checkin', '0000000000000006',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"checkin","at":["2026-12-02T09:00:00+00:00"],' ||
  '"held":["2026-12-02T09:00:00+00:00"],"written":["2026-11-25T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due0', '2026-12-03T09:00:00.000000Z~f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001~owner~8c9315d9428b22a5a4ea', '0000000000000007',
  '{"engagement":"f6754e56acd3fee56ce9~520c492b6801edba3ec6~0001","item":"owner~8c9315d9428b22a5a4ea","at":["2026-12-03T09:00:00+00:00"],' ||
  '"held":["2026-12-03T09:00:00+00:00"],"written":["2026-11-11T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-11-27T09:00:00.000000Z~f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~checkin', '0000000000000008',
  '{"engagement":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001","item":"checkin","at":["2026-11-27T09:00:00+00:00"],' ||
  '"held":["2026-11-27T09:07:00+00:00"],"written":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-11-27T09:00:00.000000Z~f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~owner~b26f8620bb253746683d', '0000000000000009',
  '{"engagement":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001","item":"owner~b26f8620bb253746683d","at":["2026-11-27T09:00:00+00:00"],' ||
  '"held":["2026-11-27T09:07:00+00:00"],"written":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-01T09:00:00.000000Z~f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~owner~b26f8620bb253746683d', '000000000000000a',
  '{"engagement":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001","item":"owner~b26f8620bb253746683d","at":["2026-12-01T09:00:00+00:00"],' ||
  '"held":["2026-12-01T09:00:00+00:00"],"written":["2026-11-27T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-02T08:00:00.000000Z~f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~answer_by', '000000000000000b',
  '{"engagement":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001","item":"answer_by","at":["2026-12-02T08:00:00+00:00"],' ||
  '"held":["2026-12-02T08:00:00+00:00"],"written":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-02T08:00:00.000000Z~f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001~answer_by', '000000000000000c',
  '{"engagement":"f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001","item":"answer_by","at":["2026-12-02T08:00:00+00:00"],' ||
  '"held":["2026-12-02T08:00:00+00:00"],"written":["2026-11-26T12:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-02T09:00:00.000000Z~f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~answer_by', '000000000000000d',
  '{"engagement":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001","item":"answer_by","at":["2026-12-02T09:00:00+00:00"],' ||
  '"held":["2026-12-02T09:00:00+00:00"],"written":["2026-11-26T15:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-02T09:00:00.000000Z~f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001~answer_by', '000000000000000e',
  '{"engagement":"f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001","item":"answer_by","at":["2026-12-02T09:00:00+00:00"],' ||
  '"held":["2026-12-02T09:00:00+00:00"],"written":["2026-11-26T12:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-04T09:00:00.000000Z~f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001~checkin', '000000000000000f',
  '{"engagement":"f6754e56acd3fee56ce9~829b3f9e7d3cda8d7b35~0001","item":"checkin","at":["2026-12-04T09:00:00+00:00"],' ||
  '"held":["2026-12-04T09:00:00+00:00"],"written":["2026-11-27T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-12-15T09:00:00.000000Z~f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001~checkin', '0000000000000010',
  '{"engagement":"f6754e56acd3fee56ce9~c95d27a522bd9d2376ea~0001","item":"checkin","at":["2026-12-15T09:00:00+00:00"],' ||
  '"held":["2026-12-15T09:00:00+00:00"],"written":["2026-11-26T12:00:00+00:00"]}');
INSERT INTO due VALUES ('due2', '2026-10-12T08:05:00.000000Z~f6754e56acd3fee56ce9~0d635f23d3760957924f~0001~lost', '0000000000000011',
  '{"engagement":"f6754e56acd3fee56ce9~0d635f23d3760957924f~0001","item":"lost","at":["2026-10-12T08:05:00+00:00"],' ||
  '"held":["2026-11-27T10:05:00+00:00"],"written":["2026-10-12T08:05:00+00:00"]}');
INSERT INTO due VALUES ('due3', '2026-12-01T09:00:00.000000Z~f6754e56acd3fee56ce9~196aeed773086a92dafb~0001~checkin', '0000000000000012',
  '{"engagement":"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001","item":"checkin","at":["2026-12-01T09:00:00+00:00"],' ||
  '"held":["2026-12-01T09:00:00+00:00"],"written":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO due VALUES ('due3', '2026-12-02T08:00:00.000000Z~f6754e56acd3fee56ce9~196aeed773086a92dafb~0001~answer_by', '0000000000000013',
  '{"engagement":"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001","item":"answer_by","at":["2026-12-02T08:00:00+00:00"],' ||
  '"held":["2026-12-02T08:00:00+00:00"],"written":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO due VALUES ('due3', '2026-12-02T08:00:00.000000Z~f6754e56acd3fee56ce9~196aeed773086a92dafb~0001~owner~54beee47630d01543971', '0000000000000014',
  '{"engagement":"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001","item":"owner~54beee47630d01543971","at":["2026-12-02T08:00:00+00:00"],' ||
  '"held":["2026-12-02T08:00:00+00:00"],"written":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO due VALUES ('due3', '2026-12-02T09:00:00.000000Z~f6754e56acd3fee56ce9~196aeed773086a92dafb~0001~answer_by', '0000000000000015',
  '{"engagement":"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001","item":"answer_by","at":["2026-12-02T09:00:00+00:00"],' ||
  '"held":["2026-12-02T09:00:00+00:00"],"written":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO due VALUES ('due3', '2026-12-02T09:00:00.000000Z~f6754e56acd3fee56ce9~196aeed773086a92dafb~0001~owner~54beee47630d01543971', '0000000000000016',
  '{"engagement":"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001","item":"owner~54beee47630d01543971","at":["2026-12-02T09:00:00+00:00"],' ||
  '"held":["2026-12-02T09:00:00+00:00"],"written":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO due VALUES ('due3', '2027-01-12T09:00:00.000000Z~f6754e56acd3fee56ce9~196aeed773086a92dafb~0001~checkin', '0000000000000017',
  '{"engagement":"f6754e56acd3fee56ce9~196aeed773086a92dafb~0001","item":"checkin","at":["2027-01-12T09:00:00+00:00"],' ||
  '"held":["2027-01-12T09:00:00+00:00"],"written":["2026-11-26T13:00:00+00:00"]}');
INSERT INTO due VALUES ('due5', '2026-10-08T08:05:00.000000Z~f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001~silence', '0000000000000018',
  '{"engagement":"f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001","item":"silence","at":["2026-10-08T08:05:00+00:00"],' ||
  '"held":["2026-11-27T10:05:00+00:00"],"written":["2026-10-08T08:05:00+00:00"]}');
INSERT INTO due VALUES ('due5', '2026-11-26T09:00:00.000000Z~f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001~checkin', '0000000000000019',
  '{"engagement":"f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001","item":"checkin","at":["2026-11-26T09:00:00+00:00"],' ||
  '"held":["2026-11-27T09:07:00+00:00"],"written":["2026-11-25T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due5', '2026-12-03T09:00:00.000000Z~f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001~checkin', '000000000000001a',
  '{"engagement":"f6754e56acd3fee56ce9~98860983ed5cbc9297d4~0001","item":"checkin","at":["2026-12-03T09:00:00+00:00"],' ||
  '"held":["2026-12-03T09:00:00+00:00"],"written":["2026-11-27T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due6', '2026-12-02T14:00:00.000000Z~f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001~answer_by', '000000000000001b',
  '{"engagement":"f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001","item":"answer_by","at":["2026-12-02T14:00:00+00:00"],' ||
  '"held":["2026-12-02T14:00:00+00:00"],"written":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO due VALUES ('due6', '2026-12-09T14:00:00.000000Z~f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001~owner~a0baa355b516424c741a', '000000000000001c',
  '{"engagement":"f6754e56acd3fee56ce9~be63eae136dea2c1cd32~0001","item":"owner~a0baa355b516424c741a","at":["2026-12-09T14:00:00+00:00"],' ||
  '"held":["2026-12-09T14:00:00+00:00"],"written":["2026-11-26T09:00:00+00:00"]}');
INSERT INTO due VALUES ('due7', '2026-11-30T08:00:00.000000Z~f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~answer_by', '000000000000001d',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","item":"answer_by","at":["2026-11-30T08:00:00+00:00"],' ||
  '"held":["2026-11-30T08:00:00+00:00"],"written":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO due VALUES ('due7', '2026-11-30T09:00:00.000000Z~f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~answer_by', '000000000000001e',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","item":"answer_by","at":["2026-11-30T09:00:00+00:00"],' ||
  '"held":["2026-11-30T09:00:00+00:00"],"written":["2026-11-26T10:00:00+00:00"]}');
INSERT INTO due VALUES ('due7', '2026-11-30T09:00:00.000000Z~f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001~checkin', '000000000000001f',
  '{"engagement":"f6754e56acd3fee56ce9~09ee43efaff1b36275ca~0001","item":"checkin","at":["2026-11-30T09:00:00+00:00"],' ||
  '"held":["2026-11-30T09:00:00+00:00"],"written":["2026-11-26T10:00:00+00:00"]}');
