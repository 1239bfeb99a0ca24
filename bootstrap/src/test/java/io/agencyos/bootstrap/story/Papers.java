package io.agencyos.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.adapters.in.http.testing.Answer;
import io.agencyos.bootstrap.demo.Vendor;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a client has to fill in and sign before anything leaves, done over HTTP. */
final class Papers {

    private Papers() {}

    /** Name, contact, ideal customer and persona. */
    static void complete(Person person, String client) {
        ok(person.patch(
                client,
                "{'legal_name':'Northlight Studio Pty Ltd','contact_email':'hello@northlight.example',"
                        + "'website_url':'https://northlight.example','timezone':'Australia/Sydney',"
                        + "'default_permission_mode':'autopilot'}"));
        ok(person.patch(
                client + "/icp",
                "{'industries':['Construction','Software','Real estate'],'titles':['Owner','Founder','CEO'],"
                        + "'company_sizes':['5-50','51-200'],'locations':['Australia']}"));
        ok(person.post(client + "/icp/confirm"));
        ok(person.post(client + "/personas", "{'first_name':'Sam','last_name':'Oduya'}"));
        assertThat(person.get(client).at("/icp_confirmed_at")).isNotEmpty();
    }

    /** A mailbox of a warmed-up domain at the sandbox's vendor of e-mail. */
    static void mailbox(House house, Person person, String client, String address) {
        String workspace = Vendor.openWorkspace(house.sandbox(), "Northlight", List.of(address));
        ok(person.put(
                client + "/integrations/salesforge",
                "{'account_ref':'%s','credentials':{'api_key':'%s','warmforge_key':'%s'}}"
                        .formatted(workspace, Vendor.KEY, Vendor.KEY)));
        house.liveUntil(house.now().plus(Duration.ofMinutes(30)));
        ok(person.post(
                client + "/mailboxes",
                "{'address':'%s','vendor':'salesforge','authenticated':true,'warmup_started_at':'2026-01-01T00:00:00Z'}"
                        .formatted(address)));
    }

    /** Signs the declaration of a campaign and starts it. */
    static void started(Person person, String client, String campaign) {
        JsonNode declaration = ok(person.get(client + "/campaigns/" + campaign + "/consent-declaration"))
                .json();
        ok(person.post(
                client + "/campaigns/" + campaign + "/consent-declaration",
                "{'version':%d,'accept':true}"
                        .formatted(declaration.path("version").intValue())));
        assertThat(ok(person.post(client + "/campaigns/" + campaign + "/activate"))
                        .at("/status"))
                .isEqualTo("active");
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer;
    }
}
