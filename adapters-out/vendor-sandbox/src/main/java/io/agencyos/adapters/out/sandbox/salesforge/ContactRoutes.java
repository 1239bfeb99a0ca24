package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import io.agencyos.adapters.out.sandbox.population.Population;
import java.util.List;
import java.util.Set;

/** S3, S4 and the deletions of S5: contacts, kept once per address or LinkedIn profile. */
final class ContactRoutes {

    private static final Set<String> KNOWN_PARAMETERS = Set.of(
            "limit",
            "offset",
            "tag_ids[]",
            "not_in_sequence_id",
            "validation_statuses[]",
            "has_valid_linkedin",
            "not_in_esps[]");

    private final Salesforge vendor;

    ContactRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.write(
                "POST",
                Salesforge.WS + "/contacts",
                request -> Response.created(upsert(vendor, vendor.workspace(request), request.body())
                        .json()));
        router.read(Salesforge.WS + "/contacts", this::list);
        router.read(
                Salesforge.WS + "/contacts/{id}",
                request -> Response.ok(
                        vendor.workspace(request).contact(request.path("id")).json()));
        router.write("DELETE", Salesforge.WS + "/contacts/{id}", request -> {
            delete(vendor.workspace(request), List.of(request.path("id")));
            return Response.noContent();
        });
        router.write("POST", Salesforge.WS + "/contacts/bulk-delete", request -> {
            delete(vendor.workspace(request), request.body().texts("contactIds"));
            return Response.noContent();
        });
    }

    static Contact upsert(Salesforge vendor, Workspace workspace, Body body) {
        String email = body.text("email").orElse("");
        String linkedIn = body.text("linkedinUrl").orElse("");
        if (email.isBlank() && linkedIn.isBlank()) {
            throw new Refusal(400, "email or linkedinUrl is required");
        }
        if (!email.isBlank() && !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw new Refusal(400, "email is invalid");
        }
        body.required("firstName");
        String key = email.isBlank() ? linkedIn : Population.canonical(email);
        Contact contact =
                workspace.contactsByKey.computeIfAbsent(key, one -> new Contact(vendor.id("lead_", workspace.id, one)));
        contact.take(body);
        workspace.contacts.put(contact.id, contact);
        return contact;
    }

    private Response list(Request request) {
        request.parameters().keySet().stream()
                .filter(name -> !KNOWN_PARAMETERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Refusal(400, "unknown parameter " + name);
                });
        String outside = request.query("not_in_sequence_id").orElse("");
        List<String> tags = request.queries("tag_ids[]");
        List<Contact> contacts = vendor.workspace(request).contacts.values().stream()
                .filter(contact -> contact.enrolments.stream().noneMatch(one -> one.sequence.id.equals(outside)))
                .filter(contact -> tags.isEmpty() || tags.stream().anyMatch(contact.tags::contains))
                .toList();
        return Response.page(request, contacts, Contact::listed, 10, 100);
    }

    private void delete(Workspace workspace, List<String> ids) {
        if (ids.size() > 1_000) {
            throw new Refusal(400, "at most 1000 contacts");
        }
        for (String id : ids) {
            Contact contact = workspace.contact(id);
            contact.enrolments.stream().filter(Enrolment::unsent).forEach(one -> one.state = Enrolment.State.DNC);
            workspace.contacts.remove(id);
            workspace.contactsByKey.values().remove(contact);
        }
    }
}
