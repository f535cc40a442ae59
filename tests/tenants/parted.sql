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
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'action~SZ1', '0000000000000001',
  '{"title":"Choose scenarios","owner_tenant":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","owner_id":"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"owner_name":"Ada Extern","due":"2026-11-30","status":"open","reason":"","question":"SZ1","service":"",' ||
  '"at":["2026-11-23T09:05:00+00:00"]}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'action~own-1', '0000000000000002',
  '{"title":"Trial run","owner_tenant":"72f988bf-86f1-41af-91ab-2d7cd011db47","owner_id":"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"owner_name":"Ada Extern","due":"2026-12-01","status":"open","reason":"","question":"","service":"","at":["2026-11-23T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000001~0', '0000000000000003',
  '{"what":"start","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01","by_name":"Fay Host",' ||
  '"ask":"","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000002~0', '0000000000000004',
  '{"what":"setup","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01","by_name":"Fay Host",' ||
  '"ask":"","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000003~0', '0000000000000005',
  '{"what":"take_part","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404",' ||
  '"by_name":"Gil Guest","ask":"","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000004~1', '0000000000000006',
  '{"what":"answer","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404","by_name":"Gil Guest",' ||
  '"ask":"ST1","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000005~1', '0000000000000007',
  '{"what":"handed","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01","by_name":"Fay Host",' ||
  '"ask":"D1","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000006~0', '0000000000000008',
  '{"what":"take_part","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"by_name":"Ada Extern","ask":"","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000007~1', '0000000000000009',
  '{"what":"answer","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02","by_name":"Ada Extern",' ||
  '"ask":"ST2","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000008~1', '000000000000000a',
  '{"what":"answer","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02","by_name":"Ada Extern",' ||
  '"ask":"SZ1","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000009~1', '000000000000000b',
  '{"what":"handed","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02","by_name":"Ada Extern",' ||
  '"ask":"AW1","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000010~0', '000000000000000c',
  '{"what":"item_add","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01","by_name":"Fay Host",' ||
  '"ask":"own-1","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000011~0', '000000000000000d',
  '{"what":"move","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01","by_name":"Fay Host",' ||
  '"ask":"","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090000.000000~000012~0', '000000000000000e',
  '{"what":"invite","by":"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01","by_name":"Fay Host",' ||
  '"ask":"","at":["2026-11-23T09:00:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090500.000000~000013~1', '000000000000000f',
  '{"what":"answer","by":"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02","by_name":"Ada Extern",' ||
  '"ask":"SZ1","at":["2026-11-23T09:05:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'log~20261123T090500.000000~000014~0', '0000000000000010',
  '{"what":"mute","by":"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02","by_name":"Ada Extern",' ||
  '"ask":"","at":["2026-11-23T09:05:00+00:00"],"before":""}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~hand~AW1~-~50c50a0db19905344e4d', '0000000000000011',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m7"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~hand~D1~-~2d5e31d782419af077c1', '0000000000000012',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m3"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~invitation~1', '0000000000000013',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m10"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~plan', '0000000000000014',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m8",' ||
  '"says":"825b6af9765c105917ce"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~plan~2', '0000000000000015',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m12",' ||
  '"says":"987aeaf182bc2294da79"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~result~scenarios', '0000000000000016',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m6",' ||
  '"says":"5f5655836855cac3e831"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~result~stakeholders', '0000000000000017',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m5",' ||
  '"says":"9cc6f1c6fb150aacf679"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'sent~workshop', '0000000000000018',
  '{"conversation":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1679522943225","activity":"m9"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'state', '0000000000000019',
  '{"customer":"Fabrikam","services":"teams","licensed":"teams","in_use":"","launch":"2027-03-15","language":"en",' ||
  '"country":"US","state":"","time_zone":"Europe/Berlin","enterprise_offering":false,"depth":"short","pace":"week",' ||
  '"key_inputs":"","status":"running","fm":"Fay Host","revision":14,"started":["2026-11-23T09:00:00+00:00"],' ||
  '"updated":["2026-11-23T09:05:00+00:00"],"doc0":"{\"id\":\"3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001\",' ||
  '\"tenant\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a\",\"channel\":\"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2\",' ||
  '\"number\":1,\"reference\":{\"service_url\":\"https://smba.trafficmanager.net/amer/\",\"bot_id\":\"28:7d6c5b4a-0000-4000-8000-00000000b077\",' ||
  '\"bot_name\":\"SSAT\",\"conversation\":\"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2\",\"scope\":\"channel\",' ||
  '\"thread\":\"1679522943225\",\"team\":\"19:33b76eea88574bd1969dca37e2b7a819@thread.skype\"},\"fm\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\",' ||
  '\"started\":\"2026-11-23T09:00:00Z\",\"updated\":\"2026-11-23T09:05:00Z\",\"version\":2,\"status\":\"running\",' ||
  '\"revision\":14,\"setup\":{\"customer\":\"Fabrikam\",\"language\":\"en\",\"country\":\"US\",\"time_zone\":\"Europe/Berlin\",' ||
  '\"licensed\":[\"teams\"],\"services\":[\"teams\"],\"launch\":\"2027-03-15\"},\"people\":{\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\":{\"name\":\"Fay Host\",' ||
  '\"joined\":\"2026-11-23T09:00:00Z\",\"client\":\"en\"},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\":{\"name\":\"Gil Guest\",' ||
  '\"roles\":[\"sponsor\"],\"joined\":\"2026-11-23T09:00:00Z\",\"client\":\"en\"},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"name\":\"Ada Extern\",' ||
  '\"roles\":[\"project_lead\"],\"joined\":\"2026-11-23T09:00:00Z\",\"client\":\"en\"},\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"name\":\"Ada Extern\",' ||
  '\"roles\":[\"it\"],\"joined\":\"2026-11-23T09:00:00Z\",\"client\":\"en\",\"invited\":[\"it\"]}},\"voices\":{\"ST1\":[{\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"answer\",\"revision\":4,\"fields\":{\"sponsor\":{\"tenant\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a\",' ||
  '\"id\":\"e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\",\"name\":\"Gil Guest\"},\"state\":\"agreed\"},\"confirmed\":true,' ||
  '\"playbook_version\":\"test-1\"}],\"D1\":[{\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"handed\",\"revision\":5,\"fields\":{\"handed_to\":{\"tenant\":\"72f988bf-86f1-41af-91ab-2d7cd011db47\",' ||
  '\"id\":\"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",\"name\":\"Ada Extern\"}},\"handed_to\":\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",' ||
  '\"confirmed\":true,\"playbook_version\":\"test-1\"}],\"ST2\":[{\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"answer\",\"revision\":7,\"fields\":{\"since\":\"2026-01-05\"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"test-1\"}],\"SZ1\":[{\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"answer\",\"revision\":8,\"fields\":{\"scenarios\":[\"meetings\"],' ||
  '\"detail\":\"A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A \"}' ||
  ',\"confirmed\":true,\"playbook_version\":\"test-1\",\"cut\":{\"detail\":\"bf7a53c981add719cf8e\"}},{\"by\":\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",' ||
  '\"at\":\"2026-11-23T09:05:00Z\",\"kind\":\"answer\",\"revision\":13,\"fields\":{\"scenarios\":[\"meetings\",' ||
  '\"news\"],\"detail\":\"Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Anot\"}' ||
  ',\"playbook_version\":\"test-1\",\"cut\":{\"detail\":\"097ee0dd149755ec4134\"}}],\"AW1\":[{\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\",\"kind\":\"handed\",\"revision\":9,\"fields\":{\"handed_to\":{\"tenant\":\"72f988bf-86f1-41af-91ab-2d7cd011db47\",' ||
  '\"id\":\"7faf8bc8-b2a7-4c9a-9e5d-6b1a2c3dbe03\",\"name\":\"Ben Extern\"}},\"handed_to\":\"72f988bf-86f1-41af-91ab-2d7cd011db47/7faf8bc8-b2a7-4c9a-9e5d-6b1a2c3dbe03\",' ||
  '\"confirmed\":true,\"playbook_version\":\"test-1\"}]},\"plan\":{\"own-1\":{\"title\":\"Trial run\",\"owner\":{\"tenant\":\"72f988bf-86f1-41af-91ab-2d7cd011db47\",' ||
  '\"id\":\"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",\"name\":\"Ada Extern\"},\"due\":\"2026-12-01\",\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\",' ||
  '\"at\":\"2026-11-23T09:00:00Z\"}},\"urgent\":\"2026-11-30\",\"muted\":[\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\"],' ||
  '\"due\":{\"differs\":\"2026-11-23T09:15:00Z\",\"owner~72662239ca450be411e6\":\"2026-11-27T08:00:00Z\",' ||
  '\"refresh\":\"2026-11-23T09:02:00Z\"},\"invitations\":1,\"posted\":{\"result~stakeholders\":\"result~stakeholders\",' ||
  '\"result~scenarios\":\"result~scenarios\",\"plan\":\"plan~2\"},\"outdated\":{\"plan\":\"plan\"},\"closed_factors\":[\"stakeholders\",' ||
  '\"scenarios\"],\"shared_stale\":true,\"last_answer\":{\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\":\"2026-11-23T09:00:00Z\",' ||
  '\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":\"2026-11-23T09:00:00Z\",' ||
  '\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":\"2026-11-23T09:05:00Z\"}' ||
  ',\"talks\":{\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\":{\"room\":\"stakeholders\",' ||
  '\"question\":\"ST2\"},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"room\":\"closing\",' ||
  '\"question\":\"CL\"},\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"room\":\"dibs\",' ||
  '\"question\":\"D1\"}},\"news\":{\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\":{\"ST1\":{\"what\":\"saved\",' ||
  '\"shown\":\"a6\"}},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\":{\"D1\":{\"what\":\"handed\",' ||
  '\"by\":\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",\"shown\":\"a9\"}' ||
  '},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"AW1\":{\"what\":\"handed\",' ||
  '\"by\":\"72f988bf-86f1-41af-91ab-2d7cd011db47/7faf8bc8-b2a7-4c9a-9e5d-6b1a2c3dbe03\",\"shown\":\"a16\"}' ||
  ',\"SZ1\":{\"what\":\"contested\",\"by\":\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\"}' ||
  '},\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"SZ1\":{\"what\":\"differs\",' ||
  '\"by\":\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",\"shown\":\"a27\"}' ||
  '}},\"listed\":[\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\",\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",' ||
  '\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\",\"72f988bf-86f1-41af-91ab-2d7cd011db47/7faf8bc8-b2a7-4c9a-9e5d-6b1a2c3dbe03\"],' ||
  '\"undoable\":{\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\":{\"ask\":\"ST1\",' ||
  '\"revision\":4},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01\":{\"ask\":\"D1\",' ||
  '\"revision\":5},\"f8cdef31-a31e-4b4a-93e4-5f571e91255a/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"ask\":\"AW1\",' ||
  '\"revision\":9,\"talk\":{\"room\":\"awareness\",\"question\":\"AW1\"},\"last\":\"2026-11-23T09:00:00Z\",' ||
  '\"closed\":[\"stakeholders\",\"scenarios\"]},\"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\":{\"ask\":\"SZ1\",' ||
  '\"revision\":13,\"closed\":[\"stakeholders\",\"scenarios\"],\"brought\":[\"differs\"]}},\"seen\":[\"a1\",' ||
  '\"a3\",\"a5\",\"a6\",\"a9\",\"a12\",\"a13\",\"a14\",\"a16\",\"a19\",\"a20\",\"a23\",\"a27\",\"a29\"]}' ||
  '"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'task~2536', '000000000000001a',
  '{"name":"Complete the workshop","required":true,"service":"","own":false,"done":false,"done_by_tenant":"",' ||
  '"done_by_id":"","done_by_name":"","note":"","at":["2026-11-23T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'task~3731', '000000000000001b',
  '{"name":"Handover","required":false,"service":"teams","own":false,"done":false,"done_by_tenant":"","done_by_id":"",' ||
  '"done_by_name":"","note":"","at":["2026-11-23T09:00:00+00:00"]}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'voice~AW1~-~72662239ca450be411e6', '000000000000001c',
  '{"question":"AW1","factor":"awareness","service":"","kind":"handed","verdict":"unknown","value":"{\"handed_to\": {\"tenant\": \"72f988bf-86f1-41af-91ab-2d7cd011db47\",' ||
  ' \"id\": \"7faf8bc8-b2a7-4c9a-9e5d-6b1a2c3dbe03\", \"name\": \"Ben Extern\"}}","reason":"","handed_to":"72f988bf-86f1-41af-91ab-2d7cd011db47/7faf8bc8-b2a7-4c9a-9e5d-6b1a2c3dbe03",' ||
  '"confirmed":true,"by_tenant":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","by_id":"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"by_name":"Ada Extern","at":["2026-11-23T09:00:00+00:00"],"revision":9,"playbook_version":"test-1"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'voice~D1~-~c417388bfad109e3ce4c', '000000000000001d',
  '{"question":"D1","factor":"","service":"","kind":"handed","verdict":"unknown","value":"{\"handed_to\": {\"tenant\": \"72f988bf-86f1-41af-91ab-2d7cd011db47\",' ||
  ' \"id\": \"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02\", \"name\": \"Ada Extern\"}}","reason":"","handed_to":"72f988bf-86f1-41af-91ab-2d7cd011db47/19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"confirmed":true,"by_tenant":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","by_id":"5b1c0a94-3dc8-4f80-8a2f-3a1e6d54fa01",' ||
  '"by_name":"Fay Host","at":["2026-11-23T09:00:00+00:00"],"revision":5,"playbook_version":"test-1"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'voice~ST1~-~e73b4700acc6648ce1ed', '000000000000001e',
  '{"question":"ST1","factor":"stakeholders","service":"","kind":"answer","verdict":"ready","value":"{\"sponsor\": {\"tenant\": \"f8cdef31-a31e-4b4a-93e4-5f571e91255a\",' ||
  ' \"id\": \"e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404\", \"name\": \"Gil Guest\"}, \"state\": \"agreed\"}",' ||
  '"reason":"","handed_to":"","confirmed":true,"by_tenant":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","by_id":"e2c9d7f0-6a3b-4c5d-8e7f-90a1b2c3d404",' ||
  '"by_name":"Gil Guest","at":["2026-11-23T09:00:00+00:00"],"revision":4,"playbook_version":"test-1"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'voice~ST2~-~72662239ca450be411e6', '000000000000001f',
  '{"question":"ST2","factor":"stakeholders","service":"","kind":"answer","verdict":"ready","value":"{\"since\": \"2026-01-05\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","by_id":"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"by_name":"Ada Extern","at":["2026-11-23T09:00:00+00:00"],"revision":7,"playbook_version":"test-1"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'voice~SZ1~-~2d5e31d782419af077c1', '0000000000000020',
  '{"question":"SZ1","factor":"scenarios","service":"","kind":"answer","verdict":"at_risk","value":"{\"scenarios\": [\"meetings\",' ||
  ' \"news\"], \"detail\": \"Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it. Another long word about it.\"}' ||
  '","reason":"","handed_to":"","confirmed":false,"by_tenant":"72f988bf-86f1-41af-91ab-2d7cd011db47","by_id":"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"by_name":"Ada Extern","at":["2026-11-23T09:05:00+00:00"],"revision":13,"playbook_version":"test-1"}');
INSERT INTO engagements VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', 'voice~SZ1~-~72662239ca450be411e6', '0000000000000021',
  '{"question":"SZ1","factor":"scenarios","service":"","kind":"answer","verdict":"ready","value":"{\"scenarios\": [\"meetings\"],' ||
  ' \"detail\": \"A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it. A long word about it.\"}' ||
  '","reason":"","handed_to":"","confirmed":true,"by_tenant":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","by_id":"19e0a8c4-41d2-4b2c-9b57-8c6f7a9dad02",' ||
  '"by_name":"Ada Extern","at":["2026-11-23T09:00:00+00:00"],"revision":8,"playbook_version":"test-1"}');
INSERT INTO channels VALUES ('3a46682c1e69ccd25b4e~daef72a9bf163897b724', 'current', '0000000000000001',
  '{"number":1,"channel":"19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2"}');
INSERT INTO channels VALUES ('person~2d5e31d782419af077c1', 'in~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', '0000000000000002',
  '{"started":"2026-11-23T09:00:00Z"}');
INSERT INTO channels VALUES ('person~50c50a0db19905344e4d', 'in~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', '0000000000000003',
  '{"started":"2026-11-23T09:00:00Z"}');
INSERT INTO channels VALUES ('person~72662239ca450be411e6', 'in~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', '0000000000000004',
  '{"started":"2026-11-23T09:00:00Z"}');
INSERT INTO channels VALUES ('person~e73b4700acc6648ce1ed', 'in~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', '0000000000000005',
  '{"started":"2026-11-23T09:00:00Z"}');
INSERT INTO portfolio VALUES ('c417388bfad109e3ce4c', '3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001', '0000000000000001',
  '{"customer":"Fabrikam","started":"2026-11-23T09:00:00Z","open":true,"status":"running","urgent":"2026-11-30"}');
INSERT INTO due VALUES ('due1', '2026-11-23T09:02:00.000000Z~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001~refresh', '0000000000000001',
  '{"engagement":"3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001","item":"refresh","at":["2026-11-23T09:02:00+00:00"],' ||
  '"held":["2026-11-23T09:02:00+00:00"],"written":["2026-11-23T09:00:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-11-23T09:15:00.000000Z~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001~differs', '0000000000000002',
  '{"engagement":"3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001","item":"differs","at":["2026-11-23T09:15:00+00:00"],' ||
  '"held":["2026-11-23T09:15:00+00:00"],"written":["2026-11-23T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-11-27T08:00:00.000000Z~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001~owner~72662239ca450be411e6', '0000000000000003',
  '{"engagement":"3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001","item":"owner~72662239ca450be411e6","at":["2026-11-27T08:00:00+00:00"],' ||
  '"held":["2026-11-27T08:00:00+00:00"],"written":["2026-11-23T09:05:00+00:00"]}');
INSERT INTO due VALUES ('due1', '2026-11-30T08:00:00.000000Z~3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001~owner~2d5e31d782419af077c1', '0000000000000004',
  '{"engagement":"3a46682c1e69ccd25b4e~daef72a9bf163897b724~0001","item":"owner~2d5e31d782419af077c1","at":["2026-11-30T08:00:00+00:00"],' ||
  '"held":["2026-11-30T08:00:00+00:00"],"written":["2026-11-23T09:00:00+00:00"]}');
