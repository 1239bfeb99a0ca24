package io.agencyos.adapters.in.rest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.adapters.in.http.testing.Caller;

/** What a new client needs before a campaign may start, over HTTP. */
public final class SetUp {

    private SetUp() {}

    /** Identity, confirmed profile, a persona and a warm mailbox. */
    public static void client(Caller admin) {
        Caller first = admin.with("If-Match", "\"v0\"");
        assertThat(first.patch(
                                "",
                                "{'legal_name':'Northlight Pty Ltd','contact_email':'hello@northlight.example',"
                                        + "'website_url':'https://northlight.example'}")
                        .status())
                .isEqualTo(200);
        first.patch(
                "/icp",
                "{'industries':['Marketing'],'titles':['Head of Growth'],'company_sizes':['11-50'],"
                        + "'locations':['Australia']}");
        assertThat(admin.post("/icp/confirm").status()).isEqualTo(200);
        assertThat(admin.post("/personas", "{'first_name':'Sam','last_name':'Oduya'}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.post(
                                "/mailboxes",
                                "{'address':'sam@mail.northlight.example','vendor':'smtp','authenticated':true,"
                                        + "'warmup_started_at':'2026-01-01T00:00:00Z'}")
                        .status())
                .isEqualTo(201);
    }

    /** An active campaign of this name; answers its path. The client is set up. */
    public static String campaign(Caller admin, String name) {
        Answer made = admin.post("/campaigns", "{'name':'" + name + "'}");
        String path = "/campaigns/" + made.at("/id");
        admin.post(path + "/consent-declaration", "{'version':1,'accept':true}");
        assertThat(admin.post(path + "/activate").at("/status")).isEqualTo("active");
        return path;
    }
}
