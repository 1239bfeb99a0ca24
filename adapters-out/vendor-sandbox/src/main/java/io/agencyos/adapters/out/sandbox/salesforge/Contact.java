package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A contact of a workspace; its variables belong to it and are read when an e-mail leaves. */
final class Contact {

    /** Characters of a variable that a list shows. */
    private static final int LONGEST_LISTED = 200;

    final String id;
    final Map<String, String> customVars = new LinkedHashMap<>();
    final Set<String> tags = new LinkedHashSet<>();
    final List<Enrolment> enrolments = new ArrayList<>();
    String firstName = "";
    String lastName = "";
    String email = "";
    String linkedinUrl = "";
    String company = "";
    String position = "";

    Contact(String id) {
        this.id = id;
    }

    void take(Body body) {
        firstName = body.required("firstName");
        lastName = body.text("lastName").orElse(lastName);
        email = body.text("email").orElse(email);
        linkedinUrl = body.text("linkedinUrl").orElse(linkedinUrl);
        company = body.text("company").orElse(company);
        position = body.text("position").orElse(position);
        Body variables = body.body("customVars");
        variables
                .values()
                .keySet()
                .forEach(name -> customVars.put(name, variables.text(name).orElse("")));
        tags.addAll(body.texts("tags"));
    }

    String fullName() {
        return (firstName + " " + lastName).strip();
    }

    /** The contact itself. */
    Map<String, @Nullable Object> json() {
        return json(customVars);
    }

    /** Its line in a list, which leaves out what is no name or key but a text: a page of a hundred carries no messages. */
    Map<String, @Nullable Object> listed() {
        Map<String, String> brief = new LinkedHashMap<>();
        customVars.forEach((name, value) -> {
            if (value.length() <= LONGEST_LISTED) {
                brief.put(name, value);
            }
        });
        return json(brief);
    }

    private Map<String, @Nullable Object> json(Map<String, String> variables) {
        return Json.object(
                "id",
                id,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "email",
                email,
                "linkedinUrl",
                linkedinUrl,
                "company",
                company,
                "position",
                position,
                "customVars",
                variables,
                "tags",
                List.copyOf(tags),
                "sequences",
                enrolments.stream()
                        .map(one -> Json.object(
                                "id", one.sequence.id, "name", one.sequence.name, "status", one.state.wire()))
                        .toList());
    }

    Map<String, @Nullable Object> brief() {
        return Json.object(
                "id",
                id,
                "firstName",
                firstName,
                "lastName",
                lastName,
                "email",
                email,
                "company",
                company,
                "linkedinUrl",
                linkedinUrl);
    }
}
