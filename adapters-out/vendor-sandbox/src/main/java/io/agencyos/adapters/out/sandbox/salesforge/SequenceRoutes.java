package io.agencyos.adapters.out.sandbox.salesforge;

import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.http.Json;
import io.agencyos.adapters.out.sandbox.http.Refusal;
import io.agencyos.adapters.out.sandbox.http.Request;
import io.agencyos.adapters.out.sandbox.http.Response;
import io.agencyos.adapters.out.sandbox.http.Router;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** S8, S9 and S10: products, one-step sequences, enrolment and its outcome. */
final class SequenceRoutes {

    private static final String ONE = Salesforge.WS + "/sequences/{id}";

    private final Salesforge vendor;

    SequenceRoutes(Salesforge vendor) {
        this.vendor = vendor;
    }

    void register(Router router) {
        router.read(
                Salesforge.WS + "/products",
                request -> Response.page(
                        request,
                        List.copyOf(vendor.workspace(request).products.values()),
                        product -> product,
                        10,
                        100));
        router.write("POST", Salesforge.WS + "/products", this::createProduct);
        router.read(Salesforge.WS + "/sequences", this::list);
        router.write("POST", Salesforge.WS + "/sequences", this::create);
        router.read(ONE, request -> Response.ok(sequence(request).json()));
        router.write("PUT", ONE, request -> {
            sequence(request).change(request.body());
            return Response.ok(sequence(request).json());
        });
        router.write("DELETE", ONE, this::delete);
        router.write("PUT", ONE + "/steps", request -> {
            sequence(request).replaceSteps(request.body());
            return Response.ok(sequence(request).json());
        });
        router.write("PUT", ONE + "/schedules", request -> {
            sequence(request).replaceSchedules(request.body());
            return Response.ok(sequence(request).json());
        });
        router.write("PUT", ONE + "/mailboxes", this::replaceMailboxes);
        router.write("PUT", ONE + "/status", this::switchStatus);
        router.write("PUT", ONE + "/contacts", this::enrol);
        router.write("PUT", ONE + "/import-lead", this::importLead);
        router.read(ONE + "/contacts/count", this::count);
        router.read(ONE + "/analytics", this::analytics);
        router.read(
                Salesforge.WS + "/sending-data",
                request -> Response.page(
                        request,
                        vendor.workspace(request).enrolments.stream()
                                .filter(one -> one.scheduled != null)
                                .toList(),
                        Enrolment::sendingData,
                        10,
                        100));
    }

    private Sequence sequence(Request request) {
        return vendor.workspace(request).sequence(request.path("id"));
    }

    private Response createProduct(Request request) {
        Workspace workspace = vendor.workspace(request);
        Body product = request.body().body("product");
        String name = product.required("name");
        String id = vendor.id("prod_", workspace.id, name, workspace.products.size());
        Map<String, @Nullable Object> stored = Json.object("id", id);
        stored.putAll(product.values());
        workspace.products.put(id, stored);
        return Response.created(stored);
    }

    private Response list(Request request) {
        String search = request.query("search").orElse("");
        return Response.page(
                request,
                vendor.workspace(request).sequences.values().stream()
                        .filter(sequence -> sequence.name.contains(search))
                        .toList(),
                Sequence::json,
                10,
                100);
    }

    private Response create(Request request) {
        Workspace workspace = vendor.workspace(request);
        Body body = request.body();
        String name = body.required("name");
        if (!workspace.products.containsKey(body.required("productId"))) {
            throw new Refusal(404, "product not found");
        }
        long namesakes = workspace.sequences.values().stream()
                .filter(one -> one.name.equals(name))
                .count();
        String id = vendor.id("seq_", workspace.id, name, namesakes);
        Sequence sequence = new Sequence(id, vendor.id("stp_", id), body);
        workspace.sequences.put(id, sequence);
        return Response.created(sequence.json());
    }

    private Response delete(Request request) {
        Sequence sequence = sequence(request);
        sequence.status = Sequence.Status.PAUSED;
        vendor.workspace(request).sequences.remove(sequence.id);
        return Response.noContent();
    }

    private Response replaceMailboxes(Request request) {
        Workspace workspace = vendor.workspace(request);
        List<String> ids = request.body().texts("mailboxIds");
        ids.forEach(workspace::mailbox);
        Sequence sequence = sequence(request);
        sequence.mailboxIds.clear();
        sequence.mailboxIds.addAll(ids);
        return Response.noContent();
    }

    private Response switchStatus(Request request) {
        Sequence sequence = sequence(request);
        switch (request.body().required("status")) {
            case "active" -> {
                sequence.unready().ifPresent(reason -> {
                    throw new Refusal(400, reason);
                });
                sequence.status = Sequence.Status.ACTIVE;
                vendor.loop.activated(vendor.workspace(request), sequence);
            }
            case "paused" -> sequence.status = Sequence.Status.PAUSED;
            default -> throw new Refusal(400, "status must be active or paused");
        }
        return Response.noContent();
    }

    private Response enrol(Request request) {
        Workspace workspace = vendor.workspace(request);
        Sequence sequence = sequence(request);
        List<String> ids = request.body().texts("contactIds");
        if (ids.isEmpty()) {
            throw new Refusal(400, "contactIds must not be empty");
        }
        List<Contact> contacts = ids.stream().map(workspace::contact).toList();
        contacts.forEach(contact -> join(workspace, sequence, contact));
        return Response.noContent();
    }

    private Response importLead(Request request) {
        Workspace workspace = vendor.workspace(request);
        Sequence sequence = sequence(request);
        join(workspace, sequence, ContactRoutes.upsert(vendor, workspace, request.body()));
        return Response.noContent();
    }

    /** The vendor keeps a contact once per sequence: joining again changes nothing. */
    private void join(Workspace workspace, Sequence sequence, Contact contact) {
        if (sequence.byContact.containsKey(contact.id)) {
            return;
        }
        Enrolment enrolment = new Enrolment(sequence, contact, vendor.id("eml_", sequence.id, contact.id));
        sequence.byContact.put(contact.id, enrolment);
        sequence.enrolments.add(enrolment);
        contact.enrolments.add(enrolment);
        workspace.enrolments.add(enrolment);
        vendor.loop.enrolled(workspace, enrolment);
    }

    private Response count(Request request) {
        Map<String, Integer> byState = new TreeMap<>();
        sequence(request).enrolments.forEach(one -> byState.merge(one.state.wire(), 1, Integer::sum));
        return Response.ok(Json.object("total", sequence(request).enrolments.size(), "statuses", byState));
    }

    private Response analytics(Request request) {
        List<Enrolment> all = sequence(request).enrolments;
        return Response.ok(Json.object(
                "contacted", all.stream().filter(one -> one.sent != null).count(),
                "opened", all.stream().filter(one -> one.opened != null).count(),
                "clicked", all.stream().filter(one -> one.clicked != null).count(),
                "replied",
                        all.stream()
                                .filter(one -> one.state == Enrolment.State.REPLIED)
                                .count(),
                "bounced",
                        all.stream()
                                .filter(one -> one.state == Enrolment.State.BOUNCED)
                                .count()));
    }
}
